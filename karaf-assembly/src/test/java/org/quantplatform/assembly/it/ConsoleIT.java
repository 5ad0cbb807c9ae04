package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The web console in a real browser: run a backtest, watch it, see the result. */
class ConsoleIT {

    private static final Duration SHOWN = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path profile;

    private static QuantServer server;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> chromium = program("chromium");
        Optional<Path> driver = program("chromedriver");
        assumeTrue(chromium.isPresent() && driver.isPresent(), "chromium and chromedriver are not installed");
        server = SharedServer.get();
        Documents.importDemo(server);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,1500",
                "--user-data-dir=" + profile);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.get().toFile())
                        .build(),
                options);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static Optional<Path> program(String name) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static WebElement shown(String id) throws Exception {
        Deadline.await("#" + id + " is shown", SHOWN, () -> browser.findElements(By.id(id)).stream()
                .anyMatch(WebElement::isDisplayed));
        return browser.findElement(By.id(id));
    }

    @Test
    void runsABacktestAndDrawsItsEquity() throws Exception {
        int before = Documents.get(server, "/api/v1/backtest").get("total").asInt();
        browser.get(server.uri("/console/").toString());
        WebElement run = shown("run");
        Deadline.await("the form is ready", SHOWN, run::isEnabled);
        run.click();
        WebElement metrics = shown("metrics");
        Deadline.await("the metrics are there", SHOWN, () -> metrics.getText().contains("Sharpe"));
        shown("equity-chart");
        Deadline.await(
                "the chart is drawn",
                SHOWN,
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
        browser.findElement(By.cssSelector("[aria-label='Analyse asset-turnover']"))
                .click();
        shown("analyse").click();
        shown("analysis");
        awaitText("Quantile returns");
        awaitText("Decay");
    }

    private static void awaitText(String text) throws Exception {
        Deadline.await("'" + text + "' is there", SHOWN, () -> browser.findElement(By.tagName("body"))
                .getText()
                .contains(text));
    }
}
