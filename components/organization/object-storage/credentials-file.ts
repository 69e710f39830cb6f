/** The file with a new access key that AWS's tools read, and that s3cmd and rclone can import. */

/** A key with its secret. It is shown once, and kept nowhere. */
export interface NewKey {
  accessKey: string;
  secretKey: string;
}

/** The name of the profile: the first part of the host, which has no characters that an INI file treats specially. */
export const profileOf = (host: string | null): string =>
  /^[a-z\d-]+/i.exec(host ?? '')?.[0] ?? 'default';

/**
 * The text of the file (source: the AWS SDKs and Tools Reference Guide, "Shared config and credentials files").
 * @param host the storage's address, named in a comment: AWS's tools read it from the config file or the command line
 */
export function credentialsFile({ accessKey, secretKey }: NewKey, host: string | null): string {
  const lines = [
    ...(host === null ? [] : [`# ${host}`]),
    `[${profileOf(host)}]`,
    `aws_access_key_id = ${accessKey}`,
    `aws_secret_access_key = ${secretKey}`,
  ];
  return `${lines.join('\n')}\n`;
}
