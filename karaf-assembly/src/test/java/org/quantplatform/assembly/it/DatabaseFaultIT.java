package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A database that dies while many ask and work is under way: refusals that say so, then everything as before. */
class DatabaseFaultIT {

    private static final int READERS = 3;
    private static final int DEATHS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final String RUN =
            """
            {"strategy": {"factors": [{"factor": "momentum", "weight": 1}], "parameters": {"top": %d}},
             "universe": {"market": "US"}, "start_date": "2015-01-02", "end_date": "2024-12-31"}""";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static LaunchedServer launched;
    private static QuantServer server;

    @BeforeAll
    static void start() throws Exception {
        launched = LaunchedServer.unpack(folder.resolve("quant"), Map.of());
        server = launched.start();
        Documents.importDemo(server);
    }

    @AfterAll
    static void stop() throws Exception {
        launched.stop();
    }

    @Test
    void answersWithRefusalsAndLosesNoWork() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
        Queue<String> accepted = new ConcurrentLinkedQueue<>();
        ExecutorService callers = Executors.newFixedThreadPool(READERS + 1);
        List<Future<Void>> running = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                running.add(callers.submit(whileNot(over, () -> answers.add(server.get("/api/v1/strategies")))));
            }
            running.add(callers.submit(whileNot(over, () -> answers.add(submit(accepted)))));
            Deadline.await("work is under way", LIMIT, () -> accepted.size() > 2);
            for (int i = 0; i < DEATHS; i++) {
                killDatabase();
                Deadline.await("reads are answered again", LIMIT, () -> server.status("/api/v1/strategies") == 200);
            }
            int before = accepted.size();
            Deadline.await("work is taken again", LIMIT, () -> accepted.size() > before);
        } finally {
            over.set(true);
            callers.shutdown();
        }
        for (Future<Void> one : running) {
            one.get();
        }

        assertThat(statuses(answers)).containsKeys(200, 503);
        assertThat(answers).allSatisfy(DatabaseFaultIT::isAnAnswerOrARefusal);
        server.awaitReady();
        for (String id : accepted) {
            JsonNode run = Documents.completedBacktest(server, id);
            assertThat(run.at("/manifest/result_hash").asText()).isNotEmpty();
        }
    }

    private static Callable<Void> whileNot(AtomicBoolean over, Callable<?> work) {
        return () -> {
            while (!over.get()) {
                work.call();
                Thread.sleep(20);
            }
            return null;
        };
    }

    private static HttpResponse<String> submit(Queue<String> accepted) throws Exception {
        HttpResponse<String> answer = server.post("/api/v1/backtest", RUN.formatted(5 + accepted.size() % 20));
        if (answer.statusCode() == 202) {
            accepted.add(Documents.parse(answer.body()).get("backtest_id").asText());
        }
        Thread.sleep(200);
        return answer;
    }

    private static Map<Integer, Integer> statuses(Iterable<HttpResponse<String>> answers) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        answers.forEach(answer -> statuses.merge(answer.statusCode(), 1, Integer::sum));
        return statuses;
    }

    private static void isAnAnswerOrARefusal(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202, 429, 503);
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(Documents.parse(answer.body()).path("code").asText()).isEqualTo("unavailable");
            assertThat(answer.body()).doesNotContain("Exception", "SQL", "postgres");
        }
    }

    private static void killDatabase() throws Exception {
        Path pid = server.home().resolve("data/postgres/data/postmaster.pid");
        Deadline.await(
                "the database runs",
                LIMIT,
                () -> Files.exists(pid)
                        && ProcessHandle.of(Long.parseLong(
                                        Files.readAllLines(pid).get(0).strip()))
                                .filter(ProcessHandle::isAlive)
                                .isPresent());
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }
}
