/**
 * Redesigns by machine: what LinkedIn may do to its page without warning, done to a page of ours. Each runs in
 * the page and changes nothing that a person would read as content: names, headlines, notes stay.
 */

export interface Mutation {
  /** What is done, in the words of a test's name. */
  what: string;
  run: Redesign;
}

export interface Redesign {
  classes?: boolean;
  marks?: boolean;
  wrap?: boolean;
  unwrap?: boolean;
  swap?: boolean;
  translate?: boolean;
  /** `<html lang>` afterwards. */
  lang?: string;
  lists?: boolean;
}

export const mutations: readonly Mutation[] = [
  { what: "every class is renamed", run: { classes: true } },
  { what: "every data-*, componentkey and id is dropped", run: { classes: true, marks: true } },
  { what: "containers are wrapped", run: { wrap: true } },
  { what: "containers are unwrapped", run: { unwrap: true } },
  { what: "the buttons swap places", run: { swap: true } },
  { what: "the words are of a language without a file", run: { translate: true, lang: "tlh" } },
  { what: "the words are of another language than the page says", run: { translate: true } },
  { what: "lists are no longer lists", run: { lists: true, marks: true, classes: true } },
  {
    what: "the names of classes and marks change and all is wrapped",
    run: { classes: true, marks: true, wrap: true },
  },
  {
    what: "everything changes at once",
    run: { classes: true, marks: true, wrap: true, swap: true, translate: true, lang: "tlh" },
  },
  {
    what: "everything changes at once, and wrappers go",
    run: { classes: true, marks: true, unwrap: true, swap: true, translate: true, lang: "tlh" },
  },
  {
    what: "everything changes at once, and lists are no longer lists",
    run: { classes: true, marks: true, lists: true, swap: true, translate: true, lang: "tlh" },
  },
];

/** Runs in the page: it may use nothing from outside itself. */
export function redesign(how: Redesign): void {
  const elements = () => [...document.body.querySelectorAll("*")];

  const phrases: [RegExp, string][] = [
    [/^(\s*)(Accept|Annehmen)(\s*)$/, "$1Zorbu$3"],
    [/^(\s*)(Ignore|Ignorieren)(\s*)$/, "$1Blint$3"],
    [/^(\s*)(Reject|Decline)(\s*)$/, "$1Quolp$3"],
    [/^(\s*)(Connect|Vernetzen)(\s*)$/, "$1Fenk$3"],
    [/^(\s*)(Withdraw)(\s*)$/, "$1Yarmu$3"],
    [/^(\s*)(Follow|Folgen)(\s*)$/, "$1Glep$3"],
    [/^(\s*)(Message|Load more|Show all|Solve|Send|Me|Sie)(\s*)$/, "$1Vrib$3"],
    [/^Accept (.+)’s invitation$/, "Zorbu pel $1 wim"],
    [/^Accept invitation for (.+)$/, "Zorbu wim do $1"],
    [/^Accept offer$/, "Zorbu tunk"],
    [/^Ignore an invitation(?: to connect)? from (.+)$/, "Blint un wim da $1"],
    [/^Ignore invitation for (.+)$/, "Blint wim do $1"],
    [/^Ignore offer$/, "Blint tunk"],
    [/^Einladung (?:von|für) (.+) annehmen$/, "Wim da $1 zorbi"],
    [/^Einladung (?:von|für) (.+) ignorieren$/, "Wim da $1 blinti"],
    [/^Invite (.+) to connect$/, "Fenk $1 wimo"],
    [/^(.+) als Kontakt einladen$/, "$1 fenki"],
    [/^Dismiss (.+)’s suggestion$/, "Nark $1 sug"],
    [/^Withdraw invitation sent to (.+)$/, "Yarmu wim ad $1"],
    [/^(.+)’s profile picture$/, "$1 pikt"],
    [/^(.+) open to work, profile picture$/, "$1 lup, pikt"],
    [/^(\s*)(\S+ )?(wants to connect|möchte Kontakt mit Ihnen aufnehmen)(\s*)$/, "$1$2vult fenku$4"],
    [/^(\s*)follows you and is inviting you to connect(\s*)$/, "$1sekt tu o wimat tu fenku$2"],
    [/^(\s*)invited you to (?:follow|subscribe to|attend|join|an event)(\s*)$/, "$1wimat tu sekto$2"],
    [/^(\s*)hat Sie eingeladen,(\s*)$/, "$1wimat tu$2"],
    [/^(\s*)zu (?:folgen|abonnieren)(\s*)$/, "$1sekto$2"],
    [
      /^(.+) (?:and|und) ([\d.,]+) (?:other|weitere) (?:mutual connections?|gemeinsame Kontakte)$/,
      "$1 e $2 autu komun kontu",
    ],
    [/^ (?:and) (\d+) other mutual connections$/, " e $1 autu komun kontu"],
    [/^(.+) and (\d+) others$/, "$1 e $2 autu"],
    [/^(.+) (?:is a mutual connection|ist ein gemeinsamer Kontakt)$/, "$1 sa komun kontu"],
    [/^(.+) are mutual connections$/, "$1 sam komun kontu"],
    [/^([\d.,]+) (?:mutual connections?|gemeinsamer? Kontakte?)$/, "$1 komun kontu"],
    [/^(\s*)(\d+) (hour|day|week|month)s? ago(\s*)$/, "$1pre $2 $3upa$4"],
    [/^(\s*)Vor (\d+) (\p{L}+)(\s*)$/u, "$1pre $2 tempupa$4"],
    [/^(\s*)Member’s name(\s*)$/, "$1Nomu memba$2"],
    [/^(\s*)Member’s occupation(\s*)$/, "$1Labu memba$2"],
    [/^(Reply to (.+)|(.+) antworten)$/, "Respu"],
    [/^(… show more|…see more|See more|… mehr)$/, "… plu"],
  ];
  const translated = (text: string): string => {
    for (const [pattern, invented] of phrases) {
      if (pattern.test(text)) return text.replace(pattern, invented).replaceAll("undefined", "");
    }
    return text;
  };

  const tagName = (element: Element, name: string): Element => {
    const made = document.createElement(name);
    for (const { name: key, value } of [...element.attributes]) made.setAttribute(key, value);
    made.append(...element.childNodes);
    element.replaceWith(made);
    return made;
  };

  if (how.swap) {
    const pairs = /^(Accept|Ignore|Annehmen|Ignorieren)$/;
    const acts = (element: Element) => pairs.test((element.textContent ?? "").trim());
    for (const bar of elements().filter((element) => !acts(element))) {
      const [first, second, third] = [...bar.children].filter(acts);
      if (first && second && !third) {
        const after = second.nextSibling;
        first.before(second);
        if (after) bar.insertBefore(first, after);
        else bar.append(first);
      }
    }
  }
  if (how.translate) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      node.textContent = translated(node.textContent ?? "");
    for (const element of elements()) {
      for (const name of ["aria-label", "alt"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, translated(value));
      }
    }
  }
  if (how.lang) document.documentElement.lang = how.lang;
  if (how.classes) {
    for (const element of elements()) {
      if (element.hasAttribute("class")) {
        const names = (element.getAttribute("class") ?? "").split(/\s+/).filter(Boolean);
        element.setAttribute("class", names.map((name) => `z${[...name].reverse().join("")}`).join(" "));
      }
    }
  }
  if (how.marks) {
    for (const element of elements()) {
      for (const { name } of [...element.attributes]) {
        if (name.startsWith("data-") || name === "componentkey" || name === "id" || name === "for")
          element.removeAttribute(name);
      }
    }
  }
  if (how.lists) {
    const isList = (element: Element) => /^(ul|ol|li)$/.test(element.localName);
    for (const element of elements().reverse()) {
      if (/^list(item)?$/.test(element.getAttribute("role") ?? "")) element.removeAttribute("role");
      if (isList(element)) tagName(element, "div");
    }
  }
  if (how.unwrap) {
    const isWrapper = (element: Element) =>
      /^(div|section|span|figure)$/.test(element.localName) &&
      !element.hasAttribute("role") &&
      !element.hasAttribute("aria-hidden") &&
      !element.hasAttribute("aria-label") &&
      // What holds a whole card, where no list item does, is no wrapper: without it there is no card.
      (element.closest("li, article, [role=listitem]") !== null ||
        element.querySelector("button") === null) &&
      element.parentElement !== document.body &&
      element.childElementCount > 0 &&
      [...element.childNodes].every(
        (node) => node.nodeType !== Node.TEXT_NODE || (node.textContent ?? "").trim() === "",
      ) &&
      [...element.children].every((child) =>
        /^(div|p|section|button|a|svg|img|figure)$/.test(child.localName),
      );
    for (const [at, element] of elements().filter(isWrapper).entries()) {
      // Every third wrapper goes; the row of the buttons always.
      if (at % 3 === 0 || element.querySelector(":scope > button"))
        element.replaceWith(...element.childNodes);
    }
  }
  if (how.wrap) {
    for (const [at, element] of elements().entries()) {
      if (
        !/^(div|p|button|section|li)$/.test(element.localName) ||
        element.closest("p") !== (element.localName === "p" ? element : null)
      )
        continue;
      const inner = document.createElement(element.localName === "button" ? "span" : "div");
      if (element.localName === "button" || element.localName === "p") {
        const around = document.createElement("div");
        element.replaceWith(around);
        around.append(element);
      } else if (
        at % 2 === 0 &&
        [...element.childNodes].every(
          (node) => node.nodeType !== Node.TEXT_NODE || (node.textContent ?? "").trim() === "",
        )
      ) {
        inner.append(...element.childNodes);
        element.append(inner);
      }
    }
  }
}
