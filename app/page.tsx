export default function Page() {
  return <main>Nusa</main>;
}
