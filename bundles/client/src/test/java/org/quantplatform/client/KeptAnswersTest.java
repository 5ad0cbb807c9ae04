package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.client.ScriptedServer.Reply;

class KeptAnswersTest {

    private static final Reply JOBS = Reply.json(
                    200, "{\"jobs\":[],\"page\":1,\"limit\":50,\"total\":7,\"has_more\":false}")
            .with("ETag", "\"one\"");
    private static final Reply SAME = new Reply(304, java.util.Map.of("ETag", "\"one\""), new byte[0], false);

    @TempDir
    Path home;

    private final List<String> attempts = new ArrayList<>();

    private Jobs jobs(ScriptedServer server) {
        return HttpPlatform.comfortable(
                        server.settings(),
                        exchange -> {},
                        TokenRenewal.NONE,
                        new ClientComforts(
                                Optional.of(home.resolve("cache/ann")),
                                attempt -> attempts.add(
                                        attempt.path() + " " + attempt.outcome() + " " + attempt.number())))
                .session()
                .jobs();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("cache/ann"))) {
            return files.toList();
        }
    }

    @Test
    void asksWhetherWhatItHasIsStillRight() throws IOException {
        try (ScriptedServer server = new ScriptedServer(JOBS, SAME)) {
            assertThat(jobs(server).list(PageRequest.FIRST).total()).isEqualTo(7);
            assertThat(jobs(server).list(PageRequest.FIRST).total()).isEqualTo(7);
            assertThat(server.asked().get(0).header("If-none-match")).isEmpty();
            assertThat(server.asked().get(1).header("If-none-match")).isEqualTo("\"one\"");
        }
        assertThat(attempts)
                .containsExactly("/api/v1/jobs?page=1&limit=50 200 1", "/api/v1/jobs?page=1&limit=50 304 1");
    }

    @Test
    void keepsFilesForTheUserAlone() throws IOException {
        try (ScriptedServer server = new ScriptedServer(JOBS)) {
            jobs(server).list(PageRequest.FIRST);
        }
        assertThat(files()).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
        for (String folder : new String[] {"cache", "cache/ann"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(folder))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void passesOverAFileThatIsBroken() throws IOException {
        try (ScriptedServer server = new ScriptedServer(JOBS)) {
            jobs(server).list(PageRequest.FIRST);
            Files.write(files().get(0), new byte[] {0, 0, 0, 1, 9});
            assertThat(jobs(server).list(PageRequest.FIRST).total()).isEqualTo(7);
            assertThat(server.asked().get(1).header("If-none-match")).isEmpty();
        }
    }

    @Test
    void keepsNothingThatMustNotBeKept() throws IOException {
        try (ScriptedServer server = new ScriptedServer(JOBS.with("Cache-Control", "no-store"))) {
            jobs(server).list(PageRequest.FIRST);
        }
        assertThat(home.resolve("cache")).doesNotExist();
    }

    @Test
    void repeatsWhatHasAKeyAndNothingElseWhenTheServerFails() throws IOException {
        Reply gone = Reply.problem(503, "{\"code\":\"unavailable\",\"detail\":\"the database is gone\"}");
        StrategyDefinition wanted = new StrategyDefinition("A", null, null, null, null, null, null, null, null);
        try (ScriptedServer server = new ScriptedServer(gone)) {
            assertThatThrownBy(() -> server.platform().session().strategies().create(wanted, Optional.empty()))
                    .hasMessage("the database is gone");
            assertThat(server.lines()).hasSize(3);
            assertThat(server.asked().stream()
                            .map(one -> one.header("Idempotency-key"))
                            .distinct())
                    .hasSize(1);
        }
        try (ScriptedServer server = new ScriptedServer(gone)) {
            assertThatThrownBy(() -> server.platform().session().strategies().delete("a"))
                    .hasMessage("the database is gone");
            assertThat(server.lines()).hasSize(1);
        }
    }
}
