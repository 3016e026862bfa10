// Reloads the page when it changes, and shows what is wrong with the campaign. It stands in no
// page that is published: the preview's server adds it.
"use strict";
{
  const { address, mark } = document.currentScript.dataset;
  const events = new EventSource(`/.handbill/events?page=${encodeURIComponent(address)}`);
  let panel = null;

  const line = (tag, text, style) => {
    const element = document.createElement(tag);
    element.textContent = text;
    Object.assign(element.style, style);
    return element;
  };

  const tell = (problems, about) => {
    panel?.remove();
    panel = null;
    document.body.style.paddingBottom = "";
    if (!problems.length && !about) return;
    panel = document.createElement("div");
    panel.lang = "en";
    panel.dir = "ltr";
    panel.role = "alert";
    panel.id = "handbill-problems";
    Object.assign(panel.style, {
      position: "fixed", insetInline: "0", bottom: "0", zIndex: "2147483647",
      maxHeight: "60vh", overflow: "auto", padding: "1rem 1.2rem", textAlign: "left",
      font: "16px/1.5 system-ui, sans-serif", color: "#fff", background: "#7a1212",
      borderTop: "4px solid #ffc83d", boxSizing: "border-box", hyphens: "manual",
      paddingInline: "max(1.2rem, 50vw - 36rem)",
    });
    panel.append(line("p", about, { margin: "0 0 .6rem", fontWeight: "700" }));
    let hint = "";
    for (const problem of problems) {
      const where = { margin: "0", fontFamily: "ui-monospace, monospace", overflowWrap: "anywhere", maxWidth: "none" };
      panel.append(line("p", `${problem.place}: ${problem.message}`, where));
      const below = { margin: "0 0 .6rem", paddingInlineStart: "1.2rem", color: "#ffdede", maxWidth: "none" };
      panel.append(line("p", problem.hint === hint ? "" : problem.hint, below));
      hint = problem.hint;
    }
    document.body.append(panel);
    document.body.style.paddingBottom = `${panel.offsetHeight}px`;
  };

  events.onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (news.mark !== mark) {
      location.reload();
      return;
    }
    const count = news.problems.length === 1 ? "1 error" : `${news.problems.length} errors`;
    const behind = news.isBuilt ? "The page behind this is the last good one." : "Nothing is built before.";
    tell(news.problems, news.problems.length ? `${count}. ${behind}` : "");
  };

  events.onerror = () => tell([], "The preview does not answer. If it was ended, start it anew.");
}
