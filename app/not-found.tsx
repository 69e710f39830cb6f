import { NothingHere } from '@/components/shell/not-found';

export default function NotFound() {
  return (
    <main id="content">
      <NothingHere />
    </main>
  );
}
