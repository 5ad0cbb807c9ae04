package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The web console in a real browser: run a backtest, watch it, see the result. */
class ConsoleIT {

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path profile;

    private static QuantServer server;
    private static @Nullable Browser window;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() throws Exception {
        window = Browser.start(profile).orElse(null);
        assumeTrue(window != null, "chromium and chromedriver are not installed");
        browser = window.driver();
        server = SharedServer.get();
        Documents.importDemo(server);
    }

    @AfterAll
    static void stop() {
        if (window != null) {
            window.close();
        }
    }

    private static WebElement shown(String id) throws Exception {
        return window.shown(id);
    }

    @Test
    void runsABacktestAndDrawsItsEquity() throws Exception {
        int before = Documents.get(server, "/api/v1/backtest").get("total").asInt();
        browser.get(server.uri("/console/").toString());
        WebElement run = shown("run");
        Deadline.await("the form is ready", Browser.SHOWN, run::isEnabled);
        run.click();
        WebElement metrics = shown("metrics");
        Deadline.await(
                "the metrics are there", Browser.SHOWN, () -> metrics.getText().contains("Sharpe"));
        shown("equity-chart");
        Deadline.await(
                "the chart is drawn",
                Browser.SHOWN,
                () -> Boolean.TRUE.equals(
                        browser.executeScript(
                                """
                const chart = document.getElementById('equity-chart');
                const canvas = chart && (chart.shadowRoot || chart).querySelector('canvas');
                if (!canvas || !canvas.width) { return false; }
                const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                let painted = 0;
                for (let i = 3; i < pixels.length; i += 4) { painted += pixels[i] > 0 ? 1 : 0; }
                return painted > 1000;""")));
        shown("months");
        shown("figures");
        assertThat(browser.findElement(By.tagName("body")).getText()).containsIgnoringCase("synthetic");
        assertThat(Documents.get(server, "/api/v1/backtest").get("total").asInt())
                .isEqualTo(before + 1);
        Files.write(Path.of("target/console.png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    @Test
    void listsThePlugins() throws Exception {
        browser.get(server.uri("/console/plugins").toString());
        shown("plugins");
        awaitText("momentum");
    }

    @Test
    void analysesAFactor() throws Exception {
        browser.get(server.uri("/console/factors").toString());
        shown("factors");
        awaitText("asset-turnover");
        window.click(By.cssSelector("[aria-label='Analyse asset-turnover']"));
        window.click(By.id("analyse"));
        shown("analysis");
        awaitText("Quantile returns");
        awaitText("Decay");
    }

    /** The reader of a link has no session; in a fresh one it shows figures and curve until it is taken back. */
    @Test
    void sharesARunByALink() throws Exception {
        String run = Documents.submit(
                server,
                """
                {"strategy": {"factor_weights": {"momentum": 1}}, "universe": {"market": "US"},
                 "start_date": "2024-01-02", "end_date": "2024-03-28"}""");
        Documents.completedBacktest(server, run);
        browser.get(server.uri("/console/backtests/" + run).toString());
        window.click(By.id("share"));
        window.click(By.id("make-link"));
        String link = shown("share-link").getDomProperty("value");
        assertThat(link).startsWith(server.uri("/console/shared/").toString());
        Files.write(Path.of("target/console-share.png"), browser.getScreenshotAs(OutputType.BYTES));

        browser.manage().deleteAllCookies();
        browser.get(link);
        Deadline.await("the figures are there", Browser.SHOWN, () -> shown("metrics")
                .getText()
                .contains("Sharpe"));
        shown("equity-chart");
        for (String absent : List.of("nav", "trades", "positions", "manifest", "share", "log-out")) {
            assertThat(browser.findElements(By.id(absent))).as(absent).isEmpty();
        }
        Files.write(Path.of("target/console-shared.png"), browser.getScreenshotAs(OutputType.BYTES));

        browser.get(server.uri("/console/backtests/" + run).toString());
        window.click(By.id("share"));
        window.click(By.cssSelector("[aria-label='Revoke the link']"));
        window.gone(By.cssSelector("[aria-label='Revoke the link']"));
        browser.get(link);
        shown("not-shared");
    }

    /** What a user wrote is another user's page: scripts in it must stay letters. */
    @Test
    void textsOfUsersStayTexts() throws Exception {
        String script = "<img src=none onerror='window.hit = 1'>";
        HttpResponse<String> made = server.post(
                "/api/v1/strategies",
                """
                {"name": "%s", "description": "%s", "factor_weights": {"momentum": 1}, "universe": {"market": "US"}}"""
                        .formatted(script, script));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String strategy = Documents.parse(made.body()).get("id").asText();
        String run = Documents.submit(
                server,
                """
                {"strategy_id": "%s", "start_date": "2024-01-02", "end_date": "2024-03-28"}"""
                        .formatted(strategy));
        Documents.completedBacktest(server, run);
        List<String> pages = List.of("strategies", "strategies/" + strategy, "backtests", "backtests/" + run);
        for (String page : pages) {
            browser.get(server.uri("/console/" + page).toString());
            Deadline.await("the name is on " + page, Browser.SHOWN, () -> isShown("onerror"));
            assertThat(browser.executeScript("return document.querySelectorAll('img[src=none]').length"))
                    .as(page)
                    .isEqualTo(0L);
            assertThat(browser.executeScript("return window.hit || 0")).as(page).isEqualTo(0L);
        }
        assertThat(server.delete("/api/v1/strategies/" + strategy).statusCode()).isEqualTo(204);
    }

    /** In the page's text, or in one of its fields. */
    private static boolean isShown(String text) {
        return Boolean.TRUE.equals(browser.executeScript(
                """
                return document.body.innerText.includes(arguments[0])
                    || [...document.querySelectorAll('input, textarea')].some(f => f.value.includes(arguments[0]));""",
                text));
    }

    private static void awaitText(String text) throws Exception {
        Deadline.await("'" + text + "' is there", Browser.SHOWN, () -> browser.findElement(By.tagName("body"))
                .getText()
                .contains(text));
    }
}
