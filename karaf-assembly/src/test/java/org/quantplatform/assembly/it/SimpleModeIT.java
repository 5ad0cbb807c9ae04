package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

/** Login by name and password on the built distribution: by CLI and REST, and against those who should not get in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimpleModeIT {

    private static final int PARALLEL_LOGINS = 1000;

    /** What an address has free, and one that was compared beside the last. */
    private static final int MOST_COMPARED = 21;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static SimpleServer simple;
    private static String root;

    @BeforeAll
    static void start() throws Exception {
        simple = SimpleServer.start(folder);
        root = simple.login("root");
    }

    @AfterAll
    static void stop() throws Exception {
        simple.launched().stop();
    }

    private static HttpResponse<String> login(String body) throws Exception {
        return simple.call("", "POST", "/api/v1/auth/login", body);
    }

    @Test
    void worksFromTheCommandLine() throws Exception {
        LaunchedServer quant = simple.launched();
        assertThat(quant.quant("strategy", "list").output()).contains("log in first");
        assertThat(quant.quant("auth", "status").exitCode()).isEqualTo(3);
        assertThat(quant.quantWith(List.of("wrong"), "auth", "login", "--username", "root")
                        .output())
                .contains("wrong user name or password");

        LaunchedServer.Outcome login = quant.quantWith(List.of("root", SimpleServer.PASSWORD), "auth", "login");
        assertThat(login.output()).contains("Login successful. Welcome, root!");
        Path kept = folder.resolve("home/.quant_platform/session.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())))
                .isEqualTo("rwx------");
        assertThat(quant.quant("auth", "status").output()).contains("root").contains("admin");
        assertThat(quant.quant("strategy", "list").exitCode()).isZero();

        String created = quant.quant("admin", "user", "create", "--username", "carl", "--role", "analyst")
                .output();
        assertThat(created).contains("created user carl with role analyst").contains("temporary password: ");
        assertThat(quant.quant("admin", "user", "list").output()).contains("carl");
        assertThat(quant.quant("auth", "logout").exitCode()).isZero();
        assertThat(quant.quant("strategy", "list").output()).contains("log in first");
    }

    @Test
    void worksInTheWebConsole(@TempDir(cleanup = CleanupMode.NEVER) Path profile) throws Exception {
        Optional<Browser> started = Browser.start(profile);
        assumeTrue(started.isPresent(), "chromium and chromedriver are not installed");
        try (Browser browser = started.get()) {
            browser.driver().get(simple.server().uri("/console/plugins").toString());
            browser.shown("login");
            Cookie before = browser.driver().manage().getCookieNamed("JSESSIONID");
            type(browser, "username", "root");
            type(browser, "password", "wrong");
            browser.click(By.id("log-in"));
            Deadline.await("the refusal is shown", Browser.SHOWN, () -> browser.shown("login-refusal")
                    .getText()
                    .equals("wrong user name or password"));
            type(browser, "password", SimpleServer.PASSWORD);
            browser.click(By.id("log-in"));
            browser.shown("plugins");
            assertThat(browser.driver().manage().getCookieNamed("JSESSIONID").getValue())
                    .isNotEqualTo(before.getValue());
            assertThat(browser.shown("log-out").getText()).isEqualTo("Log out root");
            browser.click(By.id("log-out"));
            browser.shown("login");
        }
    }

    @Test
    void administratorsWorkInTheWebConsoleUntilTheyAreOut(@TempDir(cleanup = CleanupMode.NEVER) Path profile)
            throws Exception {
        Optional<Browser> started = Browser.start(profile);
        assumeTrue(started.isPresent(), "chromium and chromedriver are not installed");
        simple.addUser(root, "nora", "admin");
        try (Browser browser = started.get()) {
            browser.driver().get(simple.server().uri("/console/users").toString());
            type(browser, "username", "nora");
            type(browser, "password", SimpleServer.PASSWORD);
            browser.shown("log-in").click();
            browser.shown("new-user").click();
            type(browser, "new-username", "wanda");
            browser.shown("create-user").click();
            assertThat(browser.shown("temporary-password").getText()).hasSize(20);
            browser.shown("password-told").click();

            browser.driver().get(simple.server().uri("/console/audit").toString());
            type(browser, "audit-action", "user.create");
            browser.shown("audit-search").click();
            Deadline.await("the record is shown", Browser.SHOWN, () -> browser.shown("audit")
                    .getText()
                    .contains("wanda"));
            browser.shown("audit-verify").click();
            Deadline.await("the log is verified", Browser.SHOWN, () -> browser.shown("audit-verdict")
                    .getText()
                    .endsWith("records are intact"));

            simple.call(root, "POST", "/api/v1/admin/users/nora/deactivate", "");
            browser.shown("login");
        }
    }

    @Test
    void strategiesAreSharedInTheWebConsole(@TempDir(cleanup = CleanupMode.NEVER) Path profile) throws Exception {
        Optional<Browser> started = Browser.start(profile);
        assumeTrue(started.isPresent(), "chromium and chromedriver are not installed");
        simple.addUser(root, "olga", "user");
        simple.addUser(root, "paul", "user");
        String strategy = "{\"name\": \"Slow and steady\", \"factor_weights\": {\"momentum\": 1}}";
        assertThat(simple.status(simple.login("olga"), "POST", "/api/v1/strategies", strategy))
                .isEqualTo(201);
        try (Browser browser = started.get()) {
            enter(browser, "olga", "strategies/slow_and_steady");
            browser.click(By.id("share"));
            type(browser, "share-user", "nobody");
            browser.click(By.id("share-with-user"));
            Deadline.await("the refusal is told", Browser.SHOWN, () -> browser.driver()
                    .findElement(By.tagName("body"))
                    .getText()
                    .contains("nobody of that name may log in"));
            browser.shown("share-user").findElement(By.tagName("input")).clear();
            type(browser, "share-user", "paul");
            browser.click(By.id("share-with-user"));
            browser.click(By.cssSelector("[aria-label='Revoke paul']"));
            browser.gone(By.cssSelector("[aria-label='Revoke paul']"));
            type(browser, "share-user", "paul");
            browser.click(By.id("share-with-user"));
            Deadline.await("it is given", Browser.SHOWN, () -> browser.shown("shares")
                    .getText()
                    .contains("paul"));
            browser.click(By.id("close-share"));
            browser.click(By.id("log-out"));
            browser.shown("login");

            enter(browser, "paul", "strategies");
            assertThat(browser.shown("received").getText()).contains("olga:slow_and_steady");
            browser.driver()
                    .get(simple.server()
                            .uri("/console/strategies/olga:slow_and_steady")
                            .toString());
            browser.shown("strategy-name");
            assertThat(browser.driver().findElements(By.id("save"))).isEmpty();
            assertThat(browser.driver().findElements(By.id("share"))).isEmpty();
        }
    }

    private static void enter(Browser browser, String user, String page) throws Exception {
        browser.driver().get(simple.server().uri("/console/" + page).toString());
        type(browser, "username", user);
        type(browser, "password", SimpleServer.PASSWORD);
        browser.click(By.id("log-in"));
    }

    private static void type(Browser browser, String id, String text) throws Exception {
        browser.shown(id).findElement(By.tagName("input")).sendKeys(text);
    }

    @Test
    void tokensEndWithTheirSession() throws Exception {
        simple.addUser(root, "tina", "user");
        String first = simple.login("tina");
        String second = simple.login("tina");
        assertThat(first).isNotEqualTo(second).matches("[0-9a-f]{64}");

        assertThat(simple.call(first, "POST", "/api/v1/auth/logout", "").statusCode())
                .isEqualTo(204);
        assertThat(simple.status(first, "GET", "/api/v1/strategies", "")).isEqualTo(401);
        assertThat(simple.status(second, "GET", "/api/v1/strategies", "")).isEqualTo(200);

        String change = "{\"current_password\": \"%s\", \"new_password\": \"eleven red buckets\"}";
        assertThat(simple.call(second, "POST", "/api/v1/auth/password", change.formatted(SimpleServer.PASSWORD))
                        .statusCode())
                .isEqualTo(200);
        assertThat(simple.status(second, "GET", "/api/v1/strategies", "")).isEqualTo(401);
        assertThat(login(SimpleServer.login("tina", SimpleServer.PASSWORD)).statusCode())
                .isEqualTo(401);
        assertThat(login(SimpleServer.login("tina", "eleven red buckets")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenThatCameAlongIsNeverTakenOver() throws Exception {
        String fixed = "f".repeat(64);
        HttpResponse<String> answer = simple.server()
                .send(simple.request(
                                fixed, "POST", "/api/v1/auth/login", SimpleServer.login("root", SimpleServer.PASSWORD))
                        .header("Cookie", "quant_session=" + fixed)
                        .build());

        assertThat(Documents.parse(answer.body()).get("session_token").asText()).isNotEqualTo(fixed);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain(fixed);
        assertThat(simple.status(fixed, "GET", "/api/v1/strategies", "")).isEqualTo(401);
    }

    @Test
    void theDatabaseHoldsNoToken() throws Exception {
        String token = simple.login("root");

        try (var files = Files.walk(simple.server().home().resolve("data/log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(token).doesNotContain(SimpleServer.PASSWORD);
            }
        }
        assertThat(simple.get(root, "/api/v1/audit?action=login").toString())
                .doesNotContain(token)
                .contains("\"root\"");
    }

    @Test
    void secretsGoInAndNeverComeOut() throws Exception {
        LaunchedServer quant = simple.launched();
        quant.quantWith(List.of("root", SimpleServer.PASSWORD), "auth", "login");
        String value = "feed 0b5e1f83 key";
        assertThat(quant.quantWith(List.of(value), "secret", "set", "feed-key").output())
                .contains("stored secret feed-key")
                .doesNotContain(value);
        assertThat(simple.get(root, "/api/v1/admin/secrets").findValuesAsText("name"))
                .contains("feed-key");
        assertThat(simple.get(root, "/api/v1/audit?action=secret.set").toString())
                .contains("feed-key")
                .doesNotContain(value);

        Path data = simple.server().home().resolve("data");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret-key"))))
                .isEqualTo("rw-------");
        try (var files = Files.walk(data.resolve("log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(value);
            }
        }
        assertThat(quant.quant("secret", "delete", "feed-key").exitCode()).isZero();
        assertThat(quant.quant("auth", "logout").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1",
                "root'; drop table users; --",
                "root' /*",
                "\\u0000root",
                "root@example.org' or 1=1 --",
                "%",
                "<script>alert(1)</script>",
                "${jndi:ldap://127.0.0.1/x}"
            })
    void stringsAreOnlyStrings(String text) throws Exception {
        simple.login("root"); // forgets the failures of this machine's address
        assertThat(login(SimpleServer.login(text, "x")).statusCode()).isIn(400, 401, 429);
        assertThat(login(SimpleServer.login("root2", text)).statusCode()).isIn(400, 401, 429);
        String user = "{\"username\": \"%s\", \"email\": \"%s\"}".formatted(text, text);
        assertThat(simple.call(root, "POST", "/api/v1/admin/users", user).statusCode())
                .isEqualTo(400);
        assertThat(simple.get(root, "/api/v1/admin/users").path("total").asInt())
                .isPositive();
    }

    @Test
    void largeBodiesAreRefusedBeforeTheyAreRead() throws Exception {
        String large = SimpleServer.login("root", "x".repeat(8 << 20));

        assertThat(login(large).statusCode()).isEqualTo(413);
        assertThat(login(SimpleServer.login("nobody", "x".repeat(100_000))).statusCode())
                .isIn(401, 429);
    }

    @Test
    void aDeactivatedUserIsOutAtOnce() throws Exception {
        simple.addUser(root, "dora", "user");
        String token = simple.login("dora");
        simple.call(root, "POST", "/api/v1/admin/users/dora/deactivate", "");

        assertThat(simple.status(token, "GET", "/api/v1/strategies", "")).isEqualTo(401);
        HttpResponse<String> last = simple.call(root, "POST", "/api/v1/admin/users/root/deactivate", "");
        assertThat(last.statusCode()).isEqualTo(409);
    }

    @Test
    void setUpIsOver() throws Exception {
        String body = "{\"token\": \"x\", \"username\": \"eve\", \"password\": \"nine blue kettles\"}";

        assertThat(simple.call("", "POST", "/api/v1/auth/setup", body).statusCode())
                .isEqualTo(409);
        assertThat(simple.server().home().resolve("data/setup-token")).doesNotExist();
    }

    /** Shuts the door for this machine's address. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void aThousandLoginsAtOnceLeaveTheServerAnswering() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        IntStream.range(0, PARALLEL_LOGINS)
                .mapToObj(i -> simple.request("", "POST", "/api/v1/auth/login", SimpleServer.login("name" + i, "wrong"))
                        .build())
                .forEach(request -> answers.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString())));
        int others = 0;
        while (!answers.stream().allMatch(CompletableFuture::isDone)) {
            assertThat(simple.status(root, "GET", "/api/v1/strategies", "")).isEqualTo(200);
            others++;
        }
        int refused = 0;
        for (CompletableFuture<HttpResponse<String>> one : answers) {
            HttpResponse<String> answer = one.get(1, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isIn(401, 429);
            if (answer.statusCode() == 429) {
                assertThat(answer.headers().firstValue("Retry-After").orElseThrow())
                        .matches("[1-9][0-9]*");
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(PARALLEL_LOGINS - MOST_COMPARED);
        assertThat(others).isPositive();
        long wrong = IntStream.range(0, MOST_COMPARED + 1)
                .filter(i -> status(SimpleServer.login("root", "wrong" + i)) == 401)
                .count();
        assertThat(wrong).isLessThanOrEqualTo(MOST_COMPARED);
    }

    private static int status(String login) {
        try {
            return login(login).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void modesChangeWhileTheServerRuns() throws Exception {
        simple.changeModes("local");
        simple.server().awaitStatus("/api/v1/strategies", 200, Duration.ofSeconds(60));
        assertThat(simple.status(root, "GET", "/api/v1/strategies", "")).isEqualTo(200);

        simple.changeModes("simple");
        simple.server().awaitStatus("/api/v1/strategies", 401, Duration.ofSeconds(60));
        assertThat(simple.status(root, "GET", "/api/v1/strategies", "")).isEqualTo(200);
    }
}
