/* Shows the button where a browser can check the text; what does so is loaded on a click. */
(() => {
  "use strict";
  const box = document.getElementById("verify");
  if (!box || !window.crypto || !crypto.subtle) { return; }
  const button = box.querySelector("button");
  const load = src => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = resolve;
    script.onerror = () => { script.remove(); reject(new Error(src)); };
    document.head.append(script);
  });
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      if (!window.charterkit_check) { await load(box.dataset.check); }
      await charterkit_check(box, load);
    } catch { box.querySelector("[data-said]").textContent = box.dataset.failed; }
    button.disabled = false;
  });
  button.parentElement.hidden = false;
})();
