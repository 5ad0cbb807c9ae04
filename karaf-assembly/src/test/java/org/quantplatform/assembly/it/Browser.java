package org.quantplatform.assembly.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser without a screen. */
final class Browser implements AutoCloseable {

    static final Duration SHOWN = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Empty when there is none on this machine. */
    static Optional<Browser> start(Path profile) {
        Optional<Path> chromium = program("chromium");
        Optional<Path> chromedriver = program("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            return Optional.empty();
        }
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
        return Optional.of(new Browser(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.get().toFile())
                        .build(),
                options)));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** The element of this id, once it can be seen. */
    WebElement shown(String id) throws Exception {
        AtomicReference<WebElement> found = new AtomicReference<>();
        Deadline.await("#" + id + " is shown", SHOWN, () -> {
            visible(By.id(id)).ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    /** Clicks what can be seen, also when the page draws it anew meanwhile. */
    void click(By which) throws Exception {
        Deadline.await(which + " is clicked", SHOWN, () -> {
            Optional<WebElement> there = visible(which);
            try {
                there.ifPresent(WebElement::click);
                return there.isPresent();
            } catch (StaleElementReferenceException | ElementClickInterceptedException e) {
                return false;
            }
        });
    }

    /** Waits until there is no such element, or none that can be seen. */
    void gone(By which) throws Exception {
        Deadline.await(which + " is gone", SHOWN, () -> visible(which).isEmpty());
    }

    private Optional<WebElement> visible(By which) {
        try {
            return driver.findElements(which).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst();
        } catch (StaleElementReferenceException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> program(String name) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
