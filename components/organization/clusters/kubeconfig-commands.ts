/** The commands that bring a downloaded kubeconfig into a person's own file. The long test of kubectl runs them as they are shown. */

/** The file that kubectl reads by itself. */
const own = '~/.kube/config';

/**
 * Adds a downloaded file to the person's own. The new file is read first, so that its certificate replaces an older one of the
 * same cluster; the context that was in use stays. Nothing is replaced unless all went well.
 * @param file name of the downloaded file, in the current folder
 * @param context its name of cluster, user and context; of letters, digits, dots, hyphens and underscores
 */
export const mergeCommands = (file: string, context: string): string =>
  [
    `mkdir -p ~/.kube && touch ${own} && (`,
    '  umask 077',
    `  used=$(kubectl --kubeconfig ${own} config current-context 2> /dev/null)`,
    `  KUBECONFIG=./${file}:${own} kubectl config view --flatten > ${own}.new &&`,
    `    kubectl --kubeconfig ${own}.new config set current-context "\${used:-${context}}" &&`,
    `    mv ${own}.new ${own} && rm ./${file}`,
    ')',
  ].join('\n');

/** Uses the cluster. */
export const useCommands = (context: string): string =>
  `kubectl --kubeconfig ${own} --context '${context}' get nodes`;

/** Takes cluster, user and context out of the person's own file again. */
export const removeCommands = (context: string): string =>
  ['context', 'cluster', 'user']
    .map((part) => `kubectl --kubeconfig ${own} config delete-${part} '${context}'`)
    .join('\n');
