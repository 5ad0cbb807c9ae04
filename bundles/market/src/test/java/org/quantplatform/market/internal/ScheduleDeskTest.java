package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.ScheduleRequest;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;

class ScheduleDeskTest {

    /** Friday, 16:00 in New York: the bell. */
    private static final Instant FRIDAY_CLOSE = Instant.parse("2024-06-14T20:00:00Z");

    private static final UpdateRequest US = UpdateRequest.of(Market.US, List.of("one"));

    @TempDir
    private Path folder;

    private final MemorySchedules schedules = new MemorySchedules();
    private final MemoryUpdates updates = new MemoryUpdates();
    private final MovedClock clock = new MovedClock();
    private Map<String, DataSource> sources;
    private ScheduleDesk desk;

    private static final class MovedClock extends Clock {

        private Instant now = FRIDAY_CLOSE.minusSeconds(3600);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private record Silent(@Nullable LocalTime settled) implements DataSource {

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Set.of(Market.US), Set.of(DataKind.DAILY_BARS), false, false);
        }

        @Override
        public Optional<LocalTime> finalAt(Market market) {
            return Optional.ofNullable(settled);
        }

        @Override
        public void fetch(DataRequest request, DataSink sink) {}
    }

    @BeforeEach
    void openDesk() throws IOException {
        Desk parts = new Desk(folder);
        parts.sources.put("one", new Silent(null));
        parts.sources.put("late", new Silent(LocalTime.of(20, 30)));
        sources = parts.sources;
        SourceChains chains = new SourceChains(new NoSettings() {
            @Override
            public String sources_us() {
                return "gone,late,one";
            }
        });
        UpdateDesk desk = new UpdateDesk(updates, parts.queue(), parts.registry(), chains, clock);
        Timetable timetable = new Timetable(new Rulebook(parts.registry()), new SourceNames(parts.registry(), chains));
        this.desk = new ScheduleDesk(schedules, desk, timetable, clock);
    }

    private Schedule add(@Nullable String cron, @Nullable Integer afterClose) {
        return desk.add(Desk.CALLER, new ScheduleRequest(US, cron, cron == null ? null : "UTC", afterClose));
    }

    private long started() {
        return updates.list(PageRequest.FIRST).total();
    }

    @Test
    void runsAfterTheCloseOfEachSession() {
        Schedule added = add(null, 30);
        assertThat(added.nextRun()).isEqualTo(FRIDAY_CLOSE.plusSeconds(1800));
        assertThat(desk.runDue()).isZero();

        clock.now = added.nextRun();
        assertThat(desk.runDue()).isOne();
        assertThat(started()).isOne();
        Schedule ran = schedules.get(added.scheduleId()).orElseThrow();
        assertThat(ran.lastRun()).isEqualTo(clock.now);
        assertThat(ran.lastUpdate()).isNotNull();
        assertThat(ran.nextRun()).as("Monday").isEqualTo(Instant.parse("2024-06-17T20:30:00Z"));
        assertThat(desk.runDue()).isZero();
    }

    private Schedule after(int minutes, String... sources) {
        UpdateRequest update = UpdateRequest.of(Market.US, List.of(sources));
        return desk.add(Desk.CALLER, new ScheduleRequest(update, null, null, minutes));
    }

    private LocalDate lastEnd() {
        String json = List.copyOf(updates.requests.values()).get(updates.requests.size() - 1);
        return QuantJson.read(json, StoredUpdate.class).endDate();
    }

    @Test
    void waitsUntilTheFirstSourceHasTheBarsOfTheSession() {
        Schedule added = after(60, "late", "one");
        assertThat(added.nextRun()).as("20:30 in New York").isEqualTo(Instant.parse("2024-06-15T00:30:00Z"));

        clock.now = added.nextRun();
        desk.runDue();
        assertThat(updates.requests).hasSize(1);
        assertThat(lastEnd()).isEqualTo(LocalDate.of(2024, 6, 14));
        assertThat(schedules.get(added.scheduleId()).orElseThrow().nextRun())
                .as("Monday")
                .isEqualTo(Instant.parse("2024-06-18T00:30:00Z"));
    }

    @Test
    void waitsAsLongAsIsAskedForWhereThatIsLonger() {
        assertThat(after(60, "one", "late").nextRun()).isEqualTo(FRIDAY_CLOSE.plusSeconds(3600));
        assertThat(after(300, "late").nextRun()).isEqualTo(FRIDAY_CLOSE.plusSeconds(5 * 3600));
    }

    @Test
    void waitsForTheFirstThatIsThereOfTheSourcesOfTheMarket() {
        UpdateRequest update = new UpdateRequest(Market.US, null, null, null, null, null, null, null, null, null, null);
        Schedule added = desk.add(Desk.CALLER, new ScheduleRequest(update, null, null, 60));
        assertThat(added.nextRun()).isEqualTo(Instant.parse("2024-06-15T00:30:00Z"));
    }

    @Test
    void goesByTheCloseWhereTheSourceHasGone() {
        Schedule added = after(60, "late");
        sources.remove("late");
        clock.now = added.nextRun();
        desk.runDue();

        Schedule ran = schedules.get(added.scheduleId()).orElseThrow();
        assertThat(ran.lastError()).contains("there is no source 'late'");
        assertThat(ran.nextRun()).isEqualTo(Instant.parse("2024-06-17T21:00:00Z"));
    }

    @Test
    void catchesUpOnceWithWhatWasMissed() {
        Schedule added = add("0 22 * * *", null);
        clock.now = clock.now.plusSeconds(10 * 86_400);

        assertThat(desk.runDue()).isOne();
        assertThat(started()).isOne();
        assertThat(schedules.get(added.scheduleId()).orElseThrow().nextRun())
                .isEqualTo(Instant.parse("2024-06-24T22:00:00Z"));
    }

    @Test
    void runsOnRequestAndNotForOwnersWhoMayNot() {
        Schedule added = add("0 22 * * *", null);
        desk.runNow(added.scheduleId());
        assertThat(desk.runDue()).isOne();
        assertThat(started()).isOne();

        desk.runNow(added.scheduleId());
        schedules.busy = true;
        desk.runDue();
        assertThat(schedules.get(added.scheduleId()).orElseThrow().lastError())
                .isEqualTo("the update before it has not ended");
        for (Caller owner : new Caller[] {null, new Caller(1, "ann", Set.of(Role.USER), "schedule", "")}) {
            schedules.busy = false;
            schedules.owner = owner;
            desk.runNow(added.scheduleId());
            desk.runDue();
            assertThat(schedules.get(added.scheduleId()).orElseThrow().lastError())
                    .contains("may not update");
        }
        assertThat(started()).isOne();
        assertThatThrownBy(() -> desk.runNow("sc_9")).isInstanceOf(QuantException.class);
        assertThatThrownBy(() -> desk.remove("sc_9")).isInstanceOf(QuantException.class);
    }

    @Test
    void refusesEverythingThatIsWrong() {
        assertThat(fields(new ScheduleRequest(US, null, null, null))).containsExactly("cron");
        assertThat(fields(new ScheduleRequest(US, "* * * * *", null, 5))).containsExactly("cron");
        assertThat(fields(new ScheduleRequest(US, null, "UTC", 1441)))
                .containsExactly("after_close_minutes", "time_zone");
        assertThat(fields(new ScheduleRequest(US, "61 * * * *", "Mars/Olympus", null)))
                .containsExactly("time_zone", "cron");
        assertThat(fields(new ScheduleRequest(US, "0 0 30 2 *", null, null))).containsExactly("cron");
        assertThat(fields(new ScheduleRequest(UpdateRequest.of(Market.US, List.of("two")), "* * * * *", null, null)))
                .containsExactly("sources[0]");
    }

    private List<String> fields(ScheduleRequest request) {
        try {
            desk.add(Desk.CALLER, request);
            return List.of();
        } catch (QuantException e) {
            return e.errors().stream().map(FieldError::field).toList();
        }
    }
}
