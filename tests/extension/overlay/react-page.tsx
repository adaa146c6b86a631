/** @jsxImportSource react */
/**
 * LinkedIn's list of received invitations in today's layout, as a React program renders it. Everyone is invented.
 * The same components render on a server, in the page under our badges, and beside it as a control without them.
 */
import {
  createContext,
  createElement,
  type ReactNode,
  StrictMode,
  Suspense,
  use,
  useContext,
  useState,
} from "react";
import { createPortal } from "react-dom";

export interface Invite {
  slug: string;
  name: string;
  headline: string;
  mutual: number | null;
  note: string | null;
  verified: boolean;
  acceptsByLink: boolean;
  /** What the page says once it is decided on: nothing yet, a line among elements, or bare text. */
  acknowledged: "no" | "line" | "text";
}

export interface Slot {
  /** React's key: the same one with another invitation is a recycled node. */
  key: string;
  invite: Invite;
}

export interface Model {
  slots: Slot[];
  /** The part of the list that is rendered; the rest is blank space. */
  from: number;
  to: number;
  mounted: boolean;
  wrapped: "display-contents" | "sections" | "none";
  /** What a card is: today's `div`, or the list item of earlier layouts. */
  items: "div" | "li";
  strict: boolean;
  /** How many cards at the end of the list are rendered through a portal. */
  inPortal: number;
  revision: number;
}

/** What differs between two renderings of one model. */
export interface Surroundings {
  /** Numbers each mounted card in turn, so that a card that lost its state is told from one that kept it. */
  nextMount(): number;
  portal: Element | null;
  /** While it is pending, the cards suspend: React hydrates them later. */
  gate: Promise<void> | null;
}

const lazyColumn = { role: "list", "data-testid": "lazy-column" };

const Around = createContext<Surroundings>({ nextMount: () => 0, portal: null, gate: null });

export function invite(number: number): Invite {
  return {
    slug: `ada-nowhere-${number}`,
    name: `Ada Nowhere ${number}`,
    headline: `Keeper of lighthouse ${number}`,
    mutual: number % 3 === 0 ? null : number,
    note: number % 4 === 0 ? `We met at pier ${number}, remember?` : null,
    verified: number % 5 === 0,
    acceptsByLink: number % 7 === 0,
    acknowledged: "no",
  };
}

export function Page({ model, around }: { model: Model; around: Surroundings }) {
  const page = (
    <Around value={around}>
      <main id="workspace">
        <p>Manage invitations</p>
        <nav>
          <a href="/mynetwork/invitation-manager/received">Received</a>
          <a href="/mynetwork/invitation-manager/sent">Sent</a>
        </nav>
        <Suspense fallback={<p>Loading</p>}>{model.mounted ? <List model={model} /> : null}</Suspense>
      </main>
    </Around>
  );
  return model.strict ? <StrictMode>{page}</StrictMode> : page;
}

function List({ model }: { model: Model }) {
  const { portal, gate } = useContext(Around);
  if (gate) use(gate);
  const visible = model.slots.slice(model.from, model.to);
  const inList = portal ? visible.slice(0, Math.max(0, visible.length - model.inPortal)) : visible;
  const cards = (slots: Slot[]) => slots.map((slot) => <Item key={slot.key} slot={slot} model={model} />);
  const list = (
    <>
      <div style={{ height: model.from * 10 }} />
      {inList.length > 0 ? cards(inList) : "No pending invitations"}
    </>
  );
  return (
    <>
      {model.items === "li" ? (
        <ul data-revision={model.revision}>{list}</ul>
      ) : (
        <div {...lazyColumn} data-revision={model.revision}>
          {list}
        </div>
      )}
      {portal && createPortal(cards(visible.slice(inList.length)), portal)}
    </>
  );
}

function Item({ slot, model }: { slot: Slot; model: Model }) {
  const card = <Card invite={slot.invite} items={model.items} />;
  if (model.wrapped === "none") return card;
  if (model.wrapped === "sections") return <section className="x1">{card}</section>;
  return (
    <div className="x2">
      <div data-display-contents="true">{card}</div>
    </div>
  );
}

function Card({ invite, items }: { invite: Invite; items: Model["items"] }) {
  const { nextMount } = useContext(Around);
  const [mount] = useState(nextMount);
  const [count, setCount] = useState(0);
  const Root = items;
  const role = items === "div" ? { role: "listitem", componentkey: `urn:li:invitation:${invite.slug}` } : {};
  const own = { ...role, "data-mount": mount, "data-count": count };
  const counter = <Tick key="count" ticked={count % 2 === 1} onTick={() => setCount(count + 1)} />;
  const picture = { alt: `${invite.name}’s profile picture` };
  const text = `${invite.name} is now a connection`;
  if (invite.acknowledged === "text") return <Root {...own}>{text}</Root>;
  if (invite.acknowledged === "line") {
    return (
      <Root {...own}>
        <p key="done">{text}</p>
        {counter}
      </Root>
    );
  }
  return (
    <Root {...own}>
      <div key="head">
        <Profile invite={invite}>{createElement("img", picture)}</Profile>
        <div>
          <Name invite={invite} />
          <div>
            <p>{invite.headline}</p>
          </div>
          {invite.mutual === null ? null : <p>{invite.mutual} mutual connections</p>}
        </div>
      </div>
      <div key="actions">
        <button type="button" aria-label={`Ignore an invitation to connect from ${invite.name}`}>
          <span>Ignore</span>
        </button>
        <Accept invite={invite} />
      </div>
      {invite.note === null ? null : <p key="note">{invite.note}</p>}
      {counter}
    </Root>
  );
}

/** State that only React knows of: it must outlive whatever happens to the badge. */
function Tick({ ticked, onTick }: { ticked: boolean; onTick: () => void }) {
  return <input type="checkbox" className="tick" checked={ticked} onChange={onTick} />;
}

function Profile({ invite, children }: { invite: Invite; children: ReactNode }) {
  return <a href={`/in/${invite.slug}/`}>{children}</a>;
}

/** LinkedIn's name line stands twice, once for the eye alone. */
function Name({ invite }: { invite: Invite }) {
  const line = (
    <>
      <Profile invite={invite}>
        <strong>
          {invite.name}
          {invite.verified ? <svg aria-label="Verified" role="img" /> : null}
        </strong>
      </Profile>
      {" wants to connect"}
    </>
  );
  return (
    <p>
      <span>{line}</span>
      <span aria-hidden="true">{line}</span>
    </p>
  );
}

function Accept({ invite }: { invite: Invite }) {
  const label = `Accept ${invite.name}’s invitation`;
  const says = <span>Accept</span>;
  return invite.acceptsByLink ? (
    <a href="/mynetwork/invitation-manager/received/" aria-label={label}>
      {says}
    </a>
  ) : (
    <button type="button" aria-label={label}>
      {says}
    </button>
  );
}
