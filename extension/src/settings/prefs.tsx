/** How SuperLink shows itself in this browser: there whether the host answers or not, and kept at once. */
import { densities, iconCounts, languages, looks, modes, type Prefs } from "../prefs";
import { type MessageKey, t } from "../ui/i18n";
import { CheckIcon } from "../ui/icons";
import { BadgeSample } from "./badge-sample";
import { Section } from "./fields";
import { type PrefsEditing, usePrefs } from "./use-prefs";

type Words<Name extends keyof Prefs> = Record<Extract<Prefs[Name], string>, MessageKey>;

const modeWords: Words<"mode"> = { page: "prefs_mode_page", panel: "prefs_mode_panel" };
const modeHints: Words<"mode"> = { page: "prefs_mode_page_hint", panel: "prefs_mode_panel_hint" };
const lookWords: Words<"look"> = { filled: "prefs_look_filled", outlined: "prefs_look_outlined" };
const densityWords: Words<"density"> = {
  comfortable: "prefs_density_comfortable",
  compact: "prefs_density_compact",
};
const iconWords: Words<"iconCount"> = {
  slot: "prefs_icon_slot",
  always: "prefs_icon_always",
  never: "prefs_icon_never",
};
/** Each language by its own name, which is what a person looks for who understands no other. */
const languageNames: Record<Exclude<Prefs["language"], "auto">, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  pt: "Português",
};

export function PrefsSection() {
  const editing = usePrefs();
  const { prefs, lost, load } = editing;
  return (
    <Section id="prefs" title={t("prefs_title")} hint={t("prefs_hint")}>
      {lost && (
        <>
          <p class="error">{t("prefs_lost")}</p>
          <button type="button" class="button" data-action="prefs-again" onClick={load}>
            {t("common_retry")}
          </button>
        </>
      )}
      {!prefs && !lost && (
        <div aria-busy="true">
          <span class="bone bone-short" />
          <span class="bone" />
          <span class="bone bone-tall" />
        </div>
      )}
      {prefs && <Choices prefs={prefs} editing={editing} />}
    </Section>
  );
}

function Choices({ prefs, editing }: { prefs: Prefs; editing: PrefsEditing }) {
  const { set } = editing;
  return (
    <div class="prefs">
      <ModeField prefs={prefs} set={set} />
      <div class="badges">
        <div class="badges-choices">
          <label class="toggle">
            <input
              id="show-badges"
              type="checkbox"
              checked={prefs.showBadges}
              onChange={(event) => set({ showBadges: event.currentTarget.checked })}
            />
            <span>{t("prefs_show_badges")}</span>
          </label>
          <Radios
            name="look"
            title={t("prefs_look")}
            values={looks}
            words={lookWords}
            prefs={prefs}
            set={set}
          />
          <Radios
            name="density"
            title={t("prefs_density")}
            values={densities}
            words={densityWords}
            prefs={prefs}
            set={set}
          />
        </div>
        <BadgeSample prefs={prefs} />
      </div>
      <div class="pair pair-close">
        <IconCountField prefs={prefs} set={set} />
        <LanguageField prefs={prefs} set={set} />
      </div>
      <KeptLine editing={editing} />
    </div>
  );
}

type FieldProps = Pick<PrefsEditing, "set"> & { prefs: Prefs };

function ModeField({ prefs, set }: FieldProps) {
  return (
    <fieldset class="options options-two">
      <legend>{t("prefs_mode")}</legend>
      {modes.map((mode) => (
        <label key={mode} class="option">
          <input
            type="radio"
            name="mode"
            value={mode}
            checked={prefs.mode === mode}
            onChange={() => set({ mode })}
          />
          <span>
            <strong>{t(modeWords[mode])}</strong>
            <span class="small">{t(modeHints[mode])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface RadiosProps<Name extends "look" | "density"> extends FieldProps {
  name: Name;
  title: string;
  values: readonly Prefs[Name][];
  words: Record<Prefs[Name], MessageKey>;
}

function Radios<Name extends "look" | "density">({
  name,
  title,
  values,
  words,
  prefs,
  set,
}: RadiosProps<Name>) {
  return (
    <fieldset class="choices">
      <legend>{title}</legend>
      {values.map((value) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={name}
            value={value}
            checked={prefs[name] === value}
            onChange={() => set({ [name]: value })}
          />
          <span>{t(words[value])}</span>
        </label>
      ))}
    </fieldset>
  );
}

function IconCountField({ prefs, set }: FieldProps) {
  return (
    <div class="field">
      <label for="icon-count">{t("prefs_icon")}</label>
      <select
        id="icon-count"
        value={prefs.iconCount}
        onChange={(event) => {
          const picked = iconCounts.find((known) => known === event.currentTarget.value);
          if (picked) set({ iconCount: picked });
        }}
      >
        {iconCounts.map((when) => (
          <option key={when} value={when}>
            {t(iconWords[when])}
          </option>
        ))}
      </select>
    </div>
  );
}

function LanguageField({ prefs, set }: FieldProps) {
  return (
    <div class="field">
      <label for="language">{t("prefs_language")}</label>
      <select
        id="language"
        value={prefs.language}
        onChange={(event) => {
          const picked = languages.find((known) => known === event.currentTarget.value);
          if (picked) set({ language: picked });
        }}
      >
        {languages.map((language) => (
          <option key={language} value={language} {...(language === "auto" ? {} : { lang: language })}>
            {language === "auto" ? t("prefs_language_auto") : languageNames[language]}
          </option>
        ))}
      </select>
    </div>
  );
}

function KeptLine({ editing }: { editing: PrefsEditing }) {
  const { kept, undo } = editing;
  return (
    <div class="kept" data-kept={kept.kind}>
      <output class={kept.kind === "failed" ? "error" : "kept-words"}>
        {kept.kind === "saved" && (
          <>
            <CheckIcon />
            {t("save_saved")}
          </>
        )}
        {kept.kind === "undone" && t("prefs_undone")}
        {kept.kind === "failed" && t("prefs_failed")}
      </output>
      {kept.kind === "saved" && (
        <button type="button" class="button" data-action="prefs-undo" onClick={undo}>
          {t("save_undo")}
        </button>
      )}
    </div>
  );
}
