package org.quantplatform.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.SessionLogin;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.client.ClientSettings.Token;
import org.quantplatform.model.Role;
import org.quantplatform.shell.Globals;
import org.quantplatform.shell.input.BadInput;

class SessionFileTest {

    private static final URI HERE = URI.create("http://127.0.0.1:8000");

    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve(".quant_platform");
    }

    private SessionFile sessions() {
        return new SessionFile(folder());
    }

    private static Login login(String token, Duration rest) {
        UserAccount ann = new UserAccount("ann", null, Role.USER, true, false, null, Instant.EPOCH);
        return new SessionLogin(token, Instant.now().plus(rest), ann);
    }

    @Test
    void keepsOneSessionPerServerForItsUserOnly() throws IOException {
        URI elsewhere = URI.create("https://desk.example.org");
        sessions().put(HERE, login("first", Duration.ofDays(7)));
        sessions().put(elsewhere, login("other", Duration.ofDays(7)));
        sessions().put(HERE, login("second", Duration.ofDays(7)));

        assertThat(sessions().token(HERE)).contains(Token.session("second"));
        assertThat(sessions().token(elsewhere)).contains(Token.session("other"));
        assertThat(permissions(folder())).isEqualTo("rwx------");
        assertThat(permissions(folder().resolve("session.json"))).isEqualTo("rw-------");
        try (var files = Files.list(folder())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("session.json", "session.key");
        }
        assertThat(permissions(folder().resolve("session.key"))).isEqualTo("rw-------");
        sessions().remove(HERE);
        assertThat(sessions().token(HERE)).isEmpty();
        assertThat(sessions().token(elsewhere)).contains(Token.session("other"));
    }

    @Test
    void writesNoTokenThatCanBeReadWithoutTheKey() throws IOException {
        sessions().put(HERE, login("first", Duration.ofDays(7)));
        assertThat(Files.readString(folder().resolve("session.json"))).doesNotContain("first", "ann", "127.0.0.1");

        Files.write(folder().resolve("session.key"), new byte[32]);
        assertThatThrownBy(() -> sessions().token(HERE)).hasMessageContaining("log in again");
    }

    @Test
    void readsNothingThatWasChanged() throws IOException {
        sessions().put(HERE, login("first", Duration.ofDays(7)));
        Path file = folder().resolve("session.json");
        String text = Files.readString(file);
        char other = text.charAt(40) == 'A' ? 'B' : 'A';
        Files.writeString(file, text.substring(0, 40) + other + text.substring(41));
        assertThatThrownBy(() -> sessions().token(HERE)).hasMessageContaining("log in again");
        Files.writeString(file, "quant1:??");
        assertThatThrownBy(() -> sessions().token(HERE)).hasMessageContaining("log in again");
    }

    @Test
    void needsThePassphraseWhereOneWasGiven() {
        SessionFile guarded = new SessionFile(folder(), "open sesame");
        guarded.put(HERE, login("first", Duration.ofDays(7)));
        assertThat(new SessionFile(folder(), "open sesame").token(HERE)).contains(Token.session("first"));
        assertThatThrownBy(() -> sessions().token(HERE)).hasMessageContaining("log in again");
    }

    @Test
    void passesOverWhatHasExpired() {
        sessions().put(HERE, login("old", Duration.ofSeconds(-1)));

        assertThat(sessions().token(HERE)).isEmpty();
    }

    @Test
    void keepsWhatARefreshTokenCanRenew() throws IOException {
        Login login = login("x", Duration.ZERO);
        Instant past = Instant.now().minusSeconds(60);
        sessions().put(HERE, new TokenLogin("a.b.c", "refresh", "Bearer", 0, past, login.user()));

        assertThat(sessions().token(HERE)).contains(Token.bearer("a.b.c"));
        assertThat(sessions().entry(HERE).orElseThrow().toString())
                .doesNotContain("a.b.c")
                .doesNotContain("refresh");
    }

    @Test
    void readsWhatAnEarlierVersionKept() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(
                folder().resolve("session.json"),
                """
                {"sessions":{"http://127.0.0.1:8000":
                 {"username":"ann","session_token":"kept","expires_at":"2999-01-01T00:00:00Z"}}}""");

        assertThat(sessions().token(HERE)).contains(Token.session("kept"));
    }

    @Test
    void saysSoWhenTheFileIsBroken() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("session.json"), "{");

        assertThatThrownBy(() -> sessions().token(HERE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("log in again");
    }

    @Test
    void commandsUseTheSessionUnlessATokenIsGiven() {
        sessions().put(HERE, login("kept", Duration.ofDays(7)));
        Map<String, String> environment = Map.of("HOME", home.toString());

        assertThat(new CliConfiguration(new Globals(), environment).settings().token())
                .contains(Token.session("kept"));
        Map<String, String> told = Map.of("HOME", home.toString(), "QUANT_PLATFORM_TOKEN", "given");
        assertThat(new CliConfiguration(new Globals(), told).settings().token()).contains(Token.session("given"));
        for (String bearer : List.of("qk_" + "ab".repeat(32), "a.b.c")) {
            Map<String, String> other = Map.of("HOME", home.toString(), "QUANT_PLATFORM_TOKEN", bearer);
            assertThat(new CliConfiguration(new Globals(), other).settings().token())
                    .contains(Token.bearer(bearer));
        }
    }

    @Test
    void withoutATerminalAnswersAreLines() {
        var input = new ByteArrayInputStream("ann\nsecret\n".getBytes(StandardCharsets.UTF_8));
        TerminalPrompts prompts = new TerminalPrompts(null, input);

        assertThat(prompts.line("Username: ")).contains("ann");
        assertThat(prompts.secret("Password: ")).contains("secret");
        assertThat(prompts.secret("Password: ")).isEmpty();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
