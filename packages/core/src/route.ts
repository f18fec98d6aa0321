/**
 * Tells when the address may have changed, without touching the page's history and without polling: by the
 * Navigation API, or where there is none by popstate and clicks.
 *
 * @param changed `isNew` when this was a step of its own, not a replaced entry
 */
export const watchRoute = (page: Window, changed: (isNew: boolean) => void): void => {
  const { navigation } = page as Window & { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', (event) => {
      const { navigationType } = event as Event & { navigationType?: string | null };
      changed(!!navigationType && navigationType !== 'replace');
    });
  } else {
    page.addEventListener('popstate', () => changed(true));
    // While capturing and a task later: routers handle the click in between, and may stop it.
    page.addEventListener('click', () => setTimeout(() => changed(true)), true);
  }
};
