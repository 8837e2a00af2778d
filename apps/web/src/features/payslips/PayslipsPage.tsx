export default function PayslipsPage() {
  return null;
}
