package org.quantplatform.fakes.kis;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Reply;

/** Reads parameters and writes answers as the provider does. */
final class Ask {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final String DONE = "정상처리 되었습니다.";

    private Ask() {}

    /** Names of parameters may be in capitals or not; empty when absent. */
    static String value(Call call, String name) {
        return call.parameter(name)
                .or(() -> call.parameter(name.toLowerCase(Locale.ROOT)))
                .orElse("")
                .strip();
    }

    /** Some clients write the earliest day as 00000101. */
    static LocalDate day(Call call, String name, LocalDate otherwise) {
        String text = value(call, name);
        return text.isEmpty() || text.startsWith("0000") ? otherwise : LocalDate.parse(text, DAY);
    }

    /** The message is padded with spaces, as it comes in practice. */
    static Reply done(Map<String, Object> output) {
        Map<String, Object> body = new LinkedHashMap<>(output);
        body.put("rt_cd", "0");
        body.put("msg_cd", "MCA00000");
        body.put("msg1", String.format(Locale.ROOT, "%-80s", DONE));
        return Reply.json(200, body);
    }
}
