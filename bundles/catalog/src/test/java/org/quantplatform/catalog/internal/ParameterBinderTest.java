package org.quantplatform.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.Param;

class ParameterBinderTest {

    enum Mode {
        FAST,
        VERY_SLOW
    }

    record All(
            @Param(value = "252", min = 2, max = 2520, help = "Days") int windowDays,
            @Param(value = "9000000000", help = "Large") long large,
            @Param(value = "0.25", min = 0, max = 1, help = "Fraction") double maxWeight,
            @Param(value = "true", help = "Flag") boolean flag,
            @Param(value = "abc", help = "Text") String text,
            @Param(value = "very_slow", help = "Mode") Mode mode,
            @Param(value = "2020-02-29", help = "Day") LocalDate firstDay,
            @Param(value = "1, 2,3", min = 0, max = 10, help = "Numbers") List<Integer> numbers,
            @Param(value = "", help = "Modes") List<Mode> modes) {}

    record Crossed(@Param(value = "10", help = "Fast") int fast, @Param(value = "30", help = "Slow") int slow) {

        Crossed {
            if (fast >= slow) {
                throw new IllegalArgumentException("fast must be less than slow");
            }
        }
    }

    record Longer(@Param(value = "", max = 2_000, help = "Table") String table) {}

    record NoParam(int window) {}

    record WrongDefault(@Param(value = "3000", max = 2520, help = "") int window) {}

    record UnreadableDefault(@Param(value = "many", help = "") int window) {}

    record WrongType(@Param(value = "1", help = "") float window) {}

    record Nothing() {}

    private final ParameterBinder binder = ParameterBinder.of(All.class);

    @Test
    void fillsDefaultsIn() {
        ParameterBinder.Bound bound = binder.bind(Map.of(), "parameters");
        assertThat(bound.parameters())
                .isEqualTo(new All(
                        252,
                        9_000_000_000L,
                        0.25,
                        true,
                        "abc",
                        Mode.VERY_SLOW,
                        LocalDate.of(2020, 2, 29),
                        List.of(1, 2, 3),
                        List.of()));
        assertThat(bound.values())
                .containsEntry("window_days", 252)
                .containsEntry("large", 9_000_000_000L)
                .containsEntry("max_weight", 0.25)
                .containsEntry("mode", "very_slow")
                .containsEntry("first_day", "2020-02-29")
                .containsEntry("numbers", List.of(1, 2, 3))
                .containsEntry("modes", List.of());
        assertThat(List.copyOf(bound.values().keySet())).isSorted();
    }

    @Test
    void takesGivenValues() {
        Map<String, Object> given = Map.of(
                "window_days",
                20L,
                "large",
                5,
                "max_weight",
                1,
                "flag",
                false,
                "text",
                "x y",
                "mode",
                "fast",
                "first_day",
                "2024-12-31",
                "numbers",
                List.of(7),
                "modes",
                List.of("fast", "VERY-SLOW"));
        All all = (All) binder.bind(given, "p").parameters();
        assertThat(all)
                .isEqualTo(new All(
                        20,
                        5,
                        1.0,
                        false,
                        "x y",
                        Mode.FAST,
                        LocalDate.of(2024, 12, 31),
                        List.of(7),
                        List.of(Mode.FAST, Mode.VERY_SLOW)));
    }

    @Test
    void takesItsOwnValuesBack() {
        ParameterBinder.Bound bound = binder.bind(Map.of("window_days", 5, "modes", List.of("fast")), "p");
        assertThat(binder.bind(bound.values(), "p")).isEqualTo(bound);
    }

    @Test
    void takesWholeNumberWrittenWithFraction() {
        assertThat(((All) binder.bind(Map.of("window_days", 20.0), "p").parameters()).windowDays())
                .isEqualTo(20);
    }

    @Test
    void namesEveryWrongValueWithItsPath() {
        Map<String, Object> given = new HashMap<>();
        given.put("window_days", "20");
        given.put("large", 1.5);
        given.put("max_weight", 1.5);
        given.put("flag", "yes");
        given.put("text", null);
        given.put("mode", "slow");
        given.put("first_day", "2024-02-30");
        given.put("numbers", List.of(1, 11));
        given.put("modes", "fast");
        given.put("windw", 3);
        QuantException thrown =
                catchThrowableOfType(QuantException.class, () -> binder.bind(given, "strategy.parameters"));
        Map<String, String> messages =
                thrown.errors().stream().collect(Collectors.toMap(FieldError::field, FieldError::message));
        assertThat(messages)
                .hasSize(10)
                .containsEntry("strategy.parameters.window_days", "must be a whole number, was '20'")
                .containsEntry("strategy.parameters.large", "must be a whole number, was 1.5")
                .containsEntry("strategy.parameters.max_weight", "must be 0 to 1, was 1.5")
                .containsEntry("strategy.parameters.flag", "must be true or false, was 'yes'")
                .containsEntry("strategy.parameters.text", "must be a text, was null")
                .containsEntry("strategy.parameters.mode", "must be one of fast, very_slow, was 'slow'")
                .containsEntry("strategy.parameters.first_day", "must be a date such as 2024-12-31, was '2024-02-30'")
                .containsEntry("strategy.parameters.numbers", "must be 0 to 10, was 11")
                .containsEntry("strategy.parameters.modes", "must be a list, was 'fast'");
        assertThat(messages.get("strategy.parameters.windw")).startsWith("is unknown; known are window_days, ");
    }

    @Test
    void refusesNumbersThatAreNone() {
        for (Object value :
                Arrays.asList(Double.NaN, Double.POSITIVE_INFINITY, null, "1", true, List.of(1), Map.of())) {
            Map<String, Object> given = new HashMap<>();
            given.put("max_weight", value);
            given.put("window_days", value);
            assertThatThrownBy(() -> binder.bind(given, "p"))
                    .isInstanceOfSatisfying(
                            QuantException.class, e -> assertThat(e.errors()).hasSize(2));
        }
    }

    @Test
    void boundsTexts() {
        assertThatThrownBy(() -> binder.bind(Map.of("text", "x".repeat(1_001)), "p"))
                .hasMessage("p.text: must have at most 1000 characters, had 1001");
        ParameterBinder longer = ParameterBinder.of(Longer.class);
        assertThat(longer.bind(Map.of("table", "x".repeat(2_000)), "p").values())
                .hasSize(1);
        assertThatThrownBy(() -> longer.bind(Map.of("table", "x".repeat(2_001)), "p"))
                .hasMessage("p.table: must have at most 2000 characters, had 2001");
    }

    @Test
    void refusesNumbersBeyondTheType() {
        assertThatThrownBy(() -> binder.bind(Map.of("window_days", 3_000_000_000L), "p"))
                .hasMessage("p.window_days: must be a whole number, was 3000000000");
        assertThatThrownBy(() -> binder.bind(Map.of("large", new BigInteger("9223372036854775808")), "p"))
                .hasMessageContaining("p.large: must be a whole number");
    }

    @Test
    void tellsWhatTheRecordItselfRefuses() {
        assertThatThrownBy(() -> ParameterBinder.of(Crossed.class).bind(Map.of("fast", 50), "p"))
                .isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.errors())
                        .containsExactly(new FieldError("p", "fast must be less than slow")));
    }

    @Test
    void saysThatThereAreNoParameters() {
        assertThatThrownBy(() -> ParameterBinder.of(Nothing.class).bind(Map.of("x", 1), "p"))
                .hasMessage("p.x: is unknown; there are no parameters");
    }

    @Test
    void describesParameters() {
        assertThat(binder.describe())
                .extracting(PluginParameter::name, PluginParameter::type)
                .containsExactly(
                        tuple("window_days", "int"),
                        tuple("large", "long"),
                        tuple("max_weight", "double"),
                        tuple("flag", "boolean"),
                        tuple("text", "string"),
                        tuple("mode", "enum"),
                        tuple("first_day", "date"),
                        tuple("numbers", "list<int>"),
                        tuple("modes", "list<enum>"));
        assertThat(binder.describe().get(0))
                .isEqualTo(new PluginParameter("window_days", "int", 252, 2.0, 2520.0, List.of(), "Days"));
        assertThat(binder.describe().get(5).choices()).containsExactly("fast", "very_slow");
        assertThat(binder.describe().get(1).min()).isNull();
    }

    @Test
    void refusesRecordsThatDescribeNothingSound() {
        assertThatThrownBy(() -> ParameterBinder.of(null)).hasMessage("its parameter type is no record");
        assertThatThrownBy(() -> ParameterBinder.of(NoParam.class)).hasMessage("parameter window has no @Param");
        assertThatThrownBy(() -> ParameterBinder.of(WrongDefault.class))
                .hasMessage("default of parameter window is wrong: must be at most 2520, was 3000");
        assertThatThrownBy(() -> ParameterBinder.of(UnreadableDefault.class))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("default of parameter window is wrong: ");
        assertThatThrownBy(() -> ParameterBinder.of(WrongType.class)).hasMessage("parameters cannot be of type float");
    }

    @ParameterizedTest
    @CsvSource({"maxWeight,max_weight", "top,top", "useEWMAForRisk,use_ewma_for_risk", "lag2Days,lag2_days"})
    void writesNamesInSnakeCase(String name, String expected) {
        assertThat(ParameterBinder.snakeCase(name)).isEqualTo(expected);
    }
}
