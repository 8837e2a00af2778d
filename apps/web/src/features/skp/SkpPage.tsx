export default function SkpPage() {
  return null;
}
