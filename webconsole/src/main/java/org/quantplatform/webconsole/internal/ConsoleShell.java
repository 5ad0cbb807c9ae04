package org.quantplatform.webconsole.internal;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;

/** What holds for every page: theme, icon, colours before the first paint, and server push. */
@Theme("quant")
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
public final class ConsoleShell implements AppShellConfigurator {

    /** Follows the system's colours until the reader chooses others. */
    private static final String COLOURS =
            """
            (function () {
              var system = window.matchMedia('(prefers-color-scheme: dark)');
              function chosen() { try { return localStorage.getItem('quant.theme'); } catch (e) { return null; } }
              function apply() {
                var dark = chosen() ? chosen() === 'dark' : system.matches;
                document.documentElement.setAttribute('theme', dark ? 'dark' : 'light');
                document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
              }
              window.quantToggleTheme = function () {
                var dark = document.documentElement.getAttribute('theme') === 'dark';
                try { localStorage.setItem('quant.theme', dark ? 'light' : 'dark'); } catch (e) { /* private window */ }
                apply();
              };
              system.addEventListener('change', apply);
              apply();
            })();
            """;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Quant Platform");
        settings.addMetaTag("description", "Factor research and backtests");
        settings.addLink("icon", "icon.svg");
        settings.addInlineWithContents(COLOURS, Inline.Wrapping.JAVASCRIPT);
    }
}
