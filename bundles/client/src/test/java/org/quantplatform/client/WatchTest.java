package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;

class WatchTest {

    private static final String JOB = "{\"id\":\"bt_1\",\"kind\":\"backtest\",\"status\":\"running\",\"progress\":1,"
            + "\"attempts\":1,\"created_at\":\"2026-01-02T03:04:05Z\"}";

    @Test
    void takesUpAfterTheLastEventWhenTheConnectionDrops() throws Exception {
        List<String> first = List.of("{\"type\":\"queued\",\"seq\":1}", "{\"type\":\"started\",\"seq\":2}");
        List<String> second = List.of(
                "{\"type\":\"started\",\"seq\":2}",
                "{\"completed_days\":10,\"total_days\":100,\"type\":\"progress\",\"seq\":2}",
                "{\"type\":\"completed\",\"seq\":3,\"summary\":{\"total_return\":0.5}}");
        List<JobEvent> seen = new ArrayList<>();
        try (SocketServer server = new SocketServer(JOB, List.of(first, second))) {
            BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
            Jobs jobs = HttpPlatform.of(ClientSettings.of(server.address(), Optional.empty()))
                    .session()
                    .jobs();
            Jobs.Watch watch = jobs.watch("bt_1", 0, events::add);
            while (seen.isEmpty() || !seen.get(seen.size() - 1).last()) {
                JobEvent event = events.poll(30, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                seen.add(event);
            }
            watch.close();
            // what was on its way when the connection dropped may be lost, and is asked for again
            assertThat(server.sockets()).hasSizeGreaterThan(1);
            assertThat(server.sockets().get(0)).isEqualTo("/ws/backtest?id=bt_1&after=0");
            assertThat(server.sockets().get(1)).matches("/ws/backtest\\?id=bt_1&after=[012]");
        }
        List<JobEvent> pushed =
                seen.stream().filter(e -> !e.values().containsKey("progress")).toList();
        assertThat(pushed).extracting(JobEvent::type).containsSubsequence("started", "progress", "completed");
        // progress carries the number of the event before it
        assertThat(pushed).extracting(JobEvent::seq).contains(2L).endsWith(3L).isSorted();
        JobEvent progress = pushed.get(pushed.size() - 2);
        assertThat(progress.values()).containsEntry("completed_days", 10).containsEntry("total_days", 100);
        assertThat(pushed.get(pushed.size() - 1).values()).containsEntry("summary", Map.of("total_return", 0.5));
    }
}
