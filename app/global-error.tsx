'use client';
import './globals.css';

/** Shown if the root layout fails. There are no messages then, so it shows both languages. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en" translate="no">
      <body>
        <main className="mx-auto flex max-w-md flex-col items-start gap-3 px-4 py-16">
          <h1 className="text-xl">This page couldn’t be shown</h1>
          <p>The console failed. Your last change may have worked: look before you try it again.</p>
          <p lang="id" className="text-muted">
            Halaman ini tidak bisa ditampilkan karena kesalahan konsol. Perubahan terakhir Anda
            mungkin berhasil: periksa dulu sebelum mencobanya lagi.
          </p>
          {error.digest ? <code className="text-muted font-mono">{error.digest}</code> : null}
          <button
            type="button"
            onClick={reset}
            className="border-edge bg-surface hover:bg-hover rounded border px-3 py-1.5 font-medium"
          >
            Try again · <span lang="id">Coba lagi</span>
          </button>
        </main>
      </body>
    </html>
  );
}
