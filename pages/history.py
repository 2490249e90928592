"""One press on Back for one change of page.

Streamlit writes two entries in the history of a browser when the page changes: one of the bare
address, and then one of that address with the choices, which the page adds. Who presses Back would
stay where he is. So the second takes the place of the first.
"""

from typing import Final

ONE_ENTRY: Final = """<script>
if (!window.hasOneEntry) {
  window.hasOneEntry = true;
  const push = history.pushState.bind(history);
  let bare = null;
  history.pushState = (state, title, url) => {
    const to = new URL(url, location.href);
    const fills = bare === to.pathname && bare === location.pathname && !location.search;
    bare = to.search ? null : to.pathname;
    return fills ? history.replaceState(state, title, url) : push(state, title, url);
  };
}
</script>"""
"""Only an entry that was just pushed without choices is replaced, and only by the same page."""
