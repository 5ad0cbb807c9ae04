package org.quantplatform.source.polygon.internal;

import java.io.IOException;
import java.util.Optional;
import org.quantplatform.source.http.Conduct;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.Verdict;
import org.quantplatform.source.http.WebAnswer;
import org.quantplatform.source.http.WebRequest;

/** The key goes into a header; why something failed stands in {@code error} or in {@code message}. */
final class PolygonConduct implements Conduct {

    static final String BAD_KEY = "bad_key";

    private final Secret key;

    PolygonConduct(Secret key) {
        this.key = key;
    }

    @Override
    public WebRequest signed(WebRequest request) {
        return request.withHeader("Authorization", "Bearer " + key.reveal());
    }

    @Override
    public Verdict verdict(WebAnswer answer) {
        Verdict verdict = Conduct.byStatus(answer, answer.place() + " answered: " + reason(answer));
        return verdict instanceof Verdict.Refused refused
                ? new Verdict.Refused(code(answer.status()), refused.reason())
                : verdict;
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> BAD_KEY;
            case 403 -> "not_in_plan";
            case 404 -> "not_found";
            default -> String.valueOf(status);
        };
    }

    private static String reason(WebAnswer answer) {
        try {
            JsonRow row = JsonRow.of(answer);
            return row.textIf("error").or(() -> message(row)).orElse("HTTP status " + answer.status());
        } catch (IOException e) {
            return "HTTP status " + answer.status();
        }
    }

    private static Optional<String> message(JsonRow row) {
        try {
            return row.textIf("message");
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
