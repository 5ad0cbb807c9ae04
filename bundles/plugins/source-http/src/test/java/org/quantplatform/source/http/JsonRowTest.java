package org.quantplatform.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonRowTest {

    private static WebAnswer answer(String body) {
        return new WebAnswer(
                200, Map.of(), body.getBytes(StandardCharsets.UTF_8), URI.create("http://host.invalid/path?apiKey=k"));
    }

    private static JsonRow row(String body) throws IOException {
        return JsonRow.of(answer(body));
    }

    @Test
    void readsWhatIsThere() throws IOException {
        JsonRow row = row(
                "{\"t\":\"x\",\"n\":1.5,\"i\":7,\"d\":\"2024-02-29\",\"o\":{\"a\":1},\"l\":[{\"b\":2}],\"z\":null}");
        assertThat(row.text("t")).isEqualTo("x");
        assertThat(row.number("n")).isEqualTo(1.5);
        assertThat(row.whole("i")).isEqualTo(7);
        assertThat(row.date("d")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(row.row("o").number("a")).isEqualTo(1);
        assertThat(row.rows("l").get(0).number("b")).isEqualTo(2);
        assertThat(row.numberIf("z")).isNaN();
        assertThat(row.rows("absent")).isEmpty();
    }

    @Test
    void namesThePlaceOfAWrongType() {
        assertThatThrownBy(() ->
                        row("{\"l\":[{},{\"c\":\"12\"}]}").rows("l").get(1).number("c"))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("the answer.l[1].c is a text, not a number");
        assertThatThrownBy(() -> row("{\"l\":{}}").rows("l")).hasMessageContaining("is an object, not a list");
        assertThatThrownBy(() -> row("[]")).hasMessage("the answer is a list, not an object");
        assertThatThrownBy(() -> row("{\"n\":-Infinity}").numberIf("n"))
                .hasMessage("the answer.n is a number, not a finite one");
        assertThatThrownBy(() -> row("{\"n\":NaN}").numberIf("n")).isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> row("{}").text("a")).hasMessage("the answer has no a");
    }

    @Test
    void tellsWhyABodyIsNoJson() {
        assertThatThrownBy(() -> row("{\"a\":[1,2"))
                .hasMessage("host.invalid/path answered with JSON that ends in the middle");
        assertThatThrownBy(() -> row("<!doctype html>"))
                .hasMessage("host.invalid/path answered with a web page instead of JSON");
        assertThatThrownBy(() -> row("")).hasMessage("host.invalid/path answered with an empty body");
        assertThatThrownBy(() -> row("Too Many Requests")).hasMessageContaining("text that is no JSON");
        assertThatThrownBy(() -> row("{} {}")).isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> row("{\"a\":1,\"a\":2}")).isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void standsDeepNesting() {
        assertThatThrownBy(() -> row("[".repeat(100_000))).isInstanceOf(UnreadableAnswer.class);
    }
}
