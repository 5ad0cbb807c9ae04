package org.quantplatform.source.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventRowsTest {

    private static final Map<String, String> ACTIONS = Map.of("kind", "actions");

    @Test
    void readsCorporateActions() throws IOException {
        Collected collected = Collected.from(
                """
                ticker,date,kind,value,new_ticker
                A,2020-08-31,split,4,
                A,2020-11-06,Dividend,0.205,
                B,2021-01-04,delisting,0,
                C,2021-04-01,spin-off,,
                FB,2022-06-09,rename,,META
                """,
                ACTIONS);
        assertThat(collected.events)
                .containsExactly(
                        "2 A 2020-08-31 SPLIT 4.0",
                        "3 A 2020-11-06 DIVIDEND 0.205",
                        "4 B 2021-01-04 DELISTING 0.0",
                        "5 C 2021-04-01 SPIN_OFF 0.0",
                        "6 FB 2022-06-09 to META");
        assertThat(collected.refused).isEmpty();
    }

    @Test
    void refusesWhatIsNoAction() throws IOException {
        Collected collected = Collected.from(
                """
                ticker,date,kind,value,new_ticker
                ,2020-08-31,split,4,
                A,2020-13-31,split,4,
                A,2020-08-31,merger,4,
                A,2020-08-31,split,0,
                A,2020-08-31,dividend,-1,
                A,2020-08-31,dividend,,
                A,2020-08-31,dividend,x,
                A,2020-08-31,rename,,
                A,2020-08-31,rename,,A
                """,
                ACTIONS);
        assertThat(collected.events).isEmpty();
        assertThat(collected.refused)
                .containsExactly(
                        "2||2020-08-31|no ticker",
                        "3|A|2020-13-31|unknown date",
                        "4|A|2020-08-31|unknown kind",
                        "5|A|2020-08-31|impossible value",
                        "6|A|2020-08-31|impossible value",
                        "7|A|2020-08-31|no value",
                        "8|A|2020-08-31|unreadable value",
                        "9|A|2020-08-31|no new ticker",
                        "10|A|2020-08-31|no new ticker");
    }

    @Test
    void readsMembersOfIndexes() throws IOException {
        Collected collected = Collected.from(
                """
                index;symbol;from;to
                SP500;A;2000-06-05;
                SP500;B;2001-01-02;2010-12-31
                ;C;2001-01-02;
                SP500;D;2001-01-02;2000-12-31
                SP500;E;yesterday;
                """,
                Map.of("kind", "index"));
        assertThat(collected.events).containsExactly("2 SP500 A 2000-06-05 null", "3 SP500 B 2001-01-02 2010-12-31");
        assertThat(collected.refused)
                .containsExactly(
                        "4|C|2001-01-02|unusable index",
                        "5|D|2001-01-02|left before it came",
                        "6|E|yesterday|unknown date");
    }

    @Test
    void readsLongFilesOnly() {
        assertThatThrownBy(() -> Collected.from("x", Map.of("kind", "index", "layout", "wide")))
                .hasMessageContaining("must be long");
    }
}
