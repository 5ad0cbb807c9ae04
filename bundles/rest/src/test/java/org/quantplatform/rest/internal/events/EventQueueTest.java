package org.quantplatform.rest.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.jobs.JobEvent;

class EventQueueTest {

    private final EventQueue queue = new EventQueue();

    private JobEvent next() {
        return Objects.requireNonNull(queue.poll());
    }

    private void tick(long seq, String ticker, String name, double value) {
        assertThat(queue.add(new JobEvent(seq, "tick", Map.of("ticker", ticker, name, value))))
                .isTrue();
    }

    @Test
    void keepsTheLatestOfEachTickerAndCountsTheOthers() {
        for (int i = 0; i < 5000; i++) {
            tick(i, "A", "price", i);
        }
        tick(5000, "B", "price", 1);
        tick(5001, "A", "bid", 4998.5);

        assertThat(next().values())
                .containsEntry("price", 4999.0)
                .containsEntry("bid", 4998.5)
                .containsEntry("dropped", 5000);
        assertThat(next().values()).doesNotContainKey("dropped");
        tick(5002, "A", "price", 7);
        assertThat(next().values()).containsOnlyKeys("ticker", "price");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void losesNothingButTicksAndProgress() {
        tick(1, "A", "price", 1);
        queue.add(new JobEvent(2, "interrupted", Map.of("detail", "lost")));
        queue.add(new JobEvent(3, "resumed", Map.of()));
        tick(4, "A", "price", 2);

        assertThat(next().seq()).isEqualTo(4);
        assertThat(next().type()).isEqualTo("interrupted");
        assertThat(next().type()).isEqualTo("resumed");
        for (int i = 0; i < 1000; i++) {
            assertThat(queue.add(new JobEvent(i, "started", Map.of()))).isTrue();
        }
        assertThat(queue.add(new JobEvent(1001, "started", Map.of()))).isFalse();
    }
}
