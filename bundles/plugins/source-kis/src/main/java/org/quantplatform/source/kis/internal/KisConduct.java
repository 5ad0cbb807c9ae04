package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.source.http.Conduct;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.Verdict;
import org.quantplatform.source.http.WebAnswer;
import org.quantplatform.source.http.WebRequest;

/** Signs requests of one job and judges their answers by their code: the status tells little, full speed comes as 500. */
final class KisConduct implements Conduct {

    private static final Set<String> TOO_MANY = Set.of("EGW00201", "EGW00215");
    private static final Set<String> TOKEN = Set.of("EGW00121", "EGW00122", "EGW00123");
    private static final Set<String> PASSING = Set.of("EGW00202", "EGW00300", "EGW00301", "EGW00302", "OPSQ0008");
    private static final String DONE = "0";
    private static final String NOTHING = "7";

    private final Account account;
    private final String custtype;
    private final TokenKeeper keeper;
    private final BooleanSupplier cancelled;
    private @Nullable Secret used;

    KisConduct(Account account, String custtype, TokenKeeper keeper, BooleanSupplier cancelled) {
        this.account = account;
        this.custtype = custtype;
        this.keeper = keeper;
        this.cancelled = cancelled;
    }

    @Override
    public WebRequest signed(WebRequest request) throws IOException {
        Secret token = keeper.current(cancelled);
        used = token;
        return request.withHeader("authorization", "Bearer " + token.reveal())
                .withHeader("appkey", account.key().reveal())
                .withHeader("appsecret", account.secret().reveal())
                .withHeader("custtype", custtype);
    }

    @Override
    public void renew() throws IOException {
        Secret refused = used;
        if (refused != null) {
            keeper.after(refused, cancelled);
        }
    }

    @Override
    public Verdict verdict(WebAnswer answer) {
        Answers.Code code = Answers.code(answer);
        if (!code.readable()) {
            return new Verdict.Again(
                    answer.place() + " answered with something else than whole JSON, status " + answer.status());
        }
        if (TOO_MANY.contains(code.name())) {
            return new Verdict.TooMany("too many requests (" + code.name() + ")", null);
        }
        if (TOKEN.contains(code.name())) {
            return new Verdict.Renew(code.name(), "the token is not accepted: " + code.told());
        }
        if (PASSING.contains(code.name())) {
            return new Verdict.Again(code.told());
        }
        if (answer.status() == 200
                && (code.result().equals(DONE) || code.result().equals(NOTHING))) {
            return new Verdict.Good();
        }
        if (answer.status() >= 500 && code.name().isEmpty()) {
            return new Verdict.Again(code.told());
        }
        return new Verdict.Refused(code.name(), code.told());
    }
}
