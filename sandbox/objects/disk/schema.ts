/**
 * The index of the object store: `index.sqlite`, beside the folder of the contents. Keys are bytes, so that SQLite
 * compares them as S3 does. Instants are milliseconds of real time.
 */
import type { StoreForm } from '../../db';

/** One string per version. Add new ones at the end and never change a released one. */
export const indexForm: StoreForm = {
  file: 'index.sqlite',
  migrations: [
    `
create table buckets (
  id integer primary key autoincrement, name text not null unique, owner text not null, created integer not null,
  policy text, cors text, versioning text not null default 'off'
);
create index buckets_owner on buckets (owner);

create table objects (
  id integer primary key autoincrement, bucket integer not null references buckets (id), key blob not null,
  version text not null, latest integer not null, marker integer not null, content integer,
  size integer not null, etag text not null, modified integer not null, parts integer,
  checksum text, headers text not null
);
create unique index objects_latest on objects (bucket, key) where latest = 1;
create index objects_listed on objects (bucket, key) where latest = 1 and marker = 0;
create index objects_versions on objects (bucket, key, id desc);

create table uploads (
  id text primary key, bucket integer not null references buckets (id), key blob not null,
  started integer not null, algorithm text, type text, headers text not null
);
create index uploads_bucket on uploads (bucket, key, started, id);
create table parts (
  upload text not null references uploads (id), number integer not null, content integer not null,
  size integer not null, etag text not null, modified integer not null, checksum text,
  primary key (upload, number)
);

create table contents (id integer primary key autoincrement);
create table pieces (
  content integer not null references contents (id), number integer not null, file text not null,
  size integer not null, primary key (content, number)
) without rowid;
create index pieces_file on pieces (file);
`,
  ],
};
