package org.quantplatform.fakes.kis;

import java.util.Locale;
import java.util.Map;
import org.quantplatform.fakes.Reply;

/** The provider's refusals, in its words and with its statuses. */
final class Errors {

    private Errors() {}

    static Reply tooManyRequests() {
        return failed(500, "EGW00201", "초당 거래건수를 초과하였습니다.");
    }

    static Reply expiredToken() {
        return failed(500, "EGW00123", "기간이 만료된 token 입니다.");
    }

    static Reply invalidToken() {
        return failed(500, "EGW00121", "유효하지 않은 token 입니다.");
    }

    static Reply missingToken() {
        return failed(401, "EGW00122", "token 이 존재하지 않습니다.");
    }

    static Reply unknownService() {
        return failed(500, "OPSQ0002", "없는 서비스 코드 입니다.");
    }

    static Reply unknownMarket() {
        return Reply.json(200, body("2", "OPSQ2001", "ERROR INVALID FID_COND_MRKT_DIV_CODE"));
    }

    static Reply wrongLength(String field) {
        return Reply.json(200, body("2", "OPSQ2002", "ERROR INPUT FIELD LENGTH " + field));
    }

    static Reply noData() {
        return Reply.json(200, body("7", "KIOK0560", "조회할 내용이 없습니다"));
    }

    static Reply hiccup() {
        return failed(500, "EGW00202", "GW라우팅 중 오류가 발생했습니다.");
    }

    static Reply tokenTooSoon() {
        return refusedKey("EGW00133", "접근토큰 발급 잠시 후 다시 시도하세요(1분당 1회)");
    }

    static Reply unknownKey() {
        return refusedKey("EGW00103", "유효하지 않은 AppKey입니다.");
    }

    static Reply wrongSecret() {
        return refusedKey("EGW00105", "유효하지 않은 AppSecret입니다.");
    }

    static Reply unreadableRequest() {
        return Reply.json(400, Map.of("error_description", "유효하지 않은 요청입니다.", "error_code", "EGW00101"));
    }

    /** About keys and tokens the provider answers in another shape than about everything else. */
    private static Reply refusedKey(String code, String description) {
        return Reply.json(403, Map.of("error_description", description, "error_code", code));
    }

    private static Reply failed(int status, String code, String message) {
        return Reply.json(status, body("1", code, message));
    }

    /** The message is padded with spaces, as it comes in practice. */
    private static Map<String, Object> body(String result, String code, String message) {
        return Map.of("rt_cd", result, "msg_cd", code, "msg1", String.format(Locale.ROOT, "%-80s", message));
    }
}
