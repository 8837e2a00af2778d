export default function SkpListPage() {
  return null;
}
