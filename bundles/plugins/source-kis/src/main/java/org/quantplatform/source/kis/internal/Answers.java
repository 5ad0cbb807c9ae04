package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebAnswer;

/** Tells what an answer says of itself. */
final class Answers {

    private static final int LONGEST = 200;

    /** Of app key and app secret. */
    private static final Set<String> BAD_KEY = Set.of("EGW00103", "EGW00105");

    private Answers() {}

    /**
     * A code with its message.
     *
     * @param result {@code 0} for success, empty when not stated
     */
    record Code(boolean readable, int status, String result, String name, String message) {

        boolean is(String code) {
            return name.equals(code);
        }

        /** For people. */
        String told() {
            return name.isEmpty() ? "HTTP status " + status : name + " " + message;
        }
    }

    /** True when the provider does not accept the account's own key or secret. */
    static boolean refusesKey(ProviderRefusal refusal) {
        return BAD_KEY.contains(refusal.code());
    }

    static Code code(WebAnswer answer) {
        try {
            JsonNode body = answer.json();
            String name = body.path("msg_cd").asText(body.path("error_code").asText());
            String message =
                    body.path("msg1").asText(body.path("error_description").asText());
            String told = message.strip();
            return new Code(
                    body.isObject(),
                    answer.status(),
                    body.path("rt_cd").asText(),
                    name.strip(),
                    told.length() > LONGEST ? told.substring(0, LONGEST) : told);
        } catch (UnreadableAnswer e) {
            return new Code(false, answer.status(), "", "", "");
        }
    }
}
