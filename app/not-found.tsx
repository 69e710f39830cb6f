import { NotFoundMessage } from '@/components/parts/shell/not-found';

export default function NotFound() {
  return (
    <main id="content">
      <NotFoundMessage />
    </main>
  );
}
