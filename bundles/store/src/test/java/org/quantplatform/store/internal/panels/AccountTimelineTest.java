package org.quantplatform.store.internal.panels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.store.internal.panels.AccountTimeline.Event;

class AccountTimelineTest {

    private static final int FIRST = 18_000;
    private static final int DAYS = 400;
    private static final AccountField PLAIN = AccountField.of(Field.of("shares_outstanding"));

    /** Publications and restatements in any order, with splits among them, against what each day's reader would find. */
    @Test
    void showsOnEachDayWhatAReaderOfThatDayWouldFind() {
        Random random = new Random(11);
        for (int run = 0; run < 50; run++) {
            List<Event> events = random(random);
            double[] column = column(PLAIN, events);
            for (int day = 0; day < DAYS; day++) {
                assertThat(Double.valueOf(column[day]))
                        .as("run %d, day %d", run, day)
                        .isEqualTo(found(events, FIRST + day));
            }
        }
    }

    @Test
    void whatComesLaterChangesNothingEarlier() {
        Random random = new Random(12);
        for (String name : List.of("revenue", "revenue_ttm", "revenue_ttm_year_ago", "shares_outstanding_year_ago")) {
            AccountField field = AccountField.of(Field.of(name));
            for (int run = 0; run < 25; run++) {
                List<Event> events = random(random);
                int cut = FIRST + random.nextInt(DAYS);
                List<Event> known =
                        events.stream().filter(event -> event.day() <= cut).toList();
                int days = cut - FIRST + 1;
                assertThat(Arrays.copyOf(column(field, events), days))
                        .containsExactly(Arrays.copyOf(column(field, known), days));
            }
        }
    }

    private static Double found(List<Event> events, int today) {
        Optional<Event> latest = events.stream()
                .filter(event -> !event.isSplit() && event.day() <= today)
                .max(Comparator.comparingInt(Event::periodEnd).thenComparingInt(Event::day));
        return latest.map(publication -> events.stream()
                        .filter(Event::isSplit)
                        .filter(split -> split.day() > publication.day() && split.day() <= today)
                        .sorted(Event.ORDER)
                        .reduce(publication.value(), (value, split) -> value * split.value(), (a, b) -> b))
                .orElse(Double.NaN);
    }

    /** Quarters from two years before the first day, each published once or twice, and three splits. */
    private static List<Event> random(Random random) {
        List<Event> events = new ArrayList<>();
        for (int end = FIRST - 730; end < FIRST + DAYS; end += 91) {
            for (int i = 0; i <= random.nextInt(2); i++) {
                events.add(Event.publication(end + random.nextInt(250) + 300 * i, 0, end, 1 + random.nextInt(100)));
            }
        }
        for (int i = 0; i < 3; i++) {
            events.add(Event.split(FIRST - 100 + random.nextInt(DAYS + 100), random.nextBoolean() ? 2 : 0.5));
        }
        Collections.shuffle(events, random);
        return events;
    }

    private static double[] column(AccountField field, List<Event> events) {
        int[] days = new int[DAYS];
        Arrays.setAll(days, day -> FIRST + day);
        Panel calendar = new Panel(Market.US, days, List.of("A"), Map.of());
        double[] column = new double[DAYS];
        new AccountTimeline(field, false, events).fill(calendar, 0, column);
        return column;
    }
}
