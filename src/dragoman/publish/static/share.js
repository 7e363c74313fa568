// The share button: the system's sheet where there is one, else the address to the clipboard.
document.querySelectorAll("[data-share]").forEach((button) => {
  button.addEventListener("click", async () => {
    const address = document.querySelector("link[rel=canonical]").href;
    if (navigator.share) {
      try { await navigator.share({ title: document.title, url: address }); } catch { return; }
    } else if (navigator.clipboard) {
      await navigator.clipboard.writeText(address);
      button.textContent = button.dataset.done;
    }
  });
});
