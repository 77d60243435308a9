import { DeadLink } from "../../lien-perdu/_components/dead-link";

/** For a link that ended between the proxy's look and the page's. */
export default function DeadLinkPage() {
  return <DeadLink />;
}
