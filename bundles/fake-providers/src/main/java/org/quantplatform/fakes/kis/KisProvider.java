package org.quantplatform.fakes.kis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.FakeProvider;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.World;

/**
 * Answers as Korea Investment & Securities' open API does: one token a minute and its refusal in a shape of its own, full
 * speed as HTTP 500, numbers as text, a hundred bars a page, pages filled up with empty rows, lists of instruments in code
 * page 949.
 */
public final class KisProvider extends FakeProvider {

    /** A key that is let in; as long as real ones. */
    public static final String KEY = "PSfake" + "0".repeat(30);

    public static final String SECRET = "fake-kis-secret-" + "0".repeat(164);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOMESTIC = "/uapi/domestic-stock/v1/";
    private static final String OVERSEAS = "/uapi/overseas-price/v1/quotations/";
    private static final String SYMBOLS = "/common/master/";

    /**
     * How this server differs from others.
     *
     * @param paper true for the host of paper accounts, which lacks accounts of companies, events and holidays
     * @param perSecond requests per key and second, 0 for any number
     * @param afterMarket true when daily bars contain what traded after the session
     */
    public record Setup(boolean paper, int perSecond, boolean afterMarket) {

        /** Twenty requests a second. */
        public static final Setup REAL = new Setup(false, 20, false);

        /** Two requests a second. */
        public static final Setup PAPER = new Setup(true, 2, false);
    }

    private interface Service {
        Reply answer(Call call);
    }

    private final boolean paper;
    private final Tokens tokens;
    private final Speed speed;
    private final Quotes quotes;
    private final Minutes minutes;
    private final Depository depository;
    private final Map<String, String> approvals = new ConcurrentHashMap<>();

    /** @param port 0 for any that is free */
    public KisProvider(int port, World korea, World america, Clock clock, Setup setup) {
        super(port);
        this.paper = setup.paper();
        this.tokens = new Tokens(clock);
        this.speed = new Speed(setup.perSecond());
        this.quotes = new Quotes(korea, america, clock, setup.afterMarket(), faults());
        this.minutes = new Minutes(quotes, clock, faults());
        this.depository = new Depository(korea, america, clock, faults());
        tokens.allow(KEY, SECRET);
    }

    /** Lets another key in. */
    public void allow(String key, String secret) {
        tokens.allow(key, secret);
    }

    /** From now on the key is unknown, and what was given for it is good for nothing. */
    public void forbid(String key) {
        tokens.forbid(key);
        approvals.values().removeIf(key::equals);
    }

    boolean paper() {
        return paper;
    }

    /** All tokens are too old from now on. */
    public void expireTokens() {
        tokens.expireAll();
    }

    @Override
    protected Reply rateLimited() {
        return Errors.tooManyRequests();
    }

    @Override
    protected Reply serverError() {
        return Errors.hiccup();
    }

    @Override
    protected Reply answer(Call call) {
        if (call.path().startsWith(SYMBOLS)) {
            return depository.symbols(call.path().substring(SYMBOLS.length()));
        }
        if (call.method().equals("POST")) {
            return posted(call);
        }
        return refusal(call).orElseGet(() -> asked(call));
    }

    private Optional<Reply> refusal(Call call) {
        String key = call.header("appkey").orElse("");
        if (faults().strikes(Fault.REVOKED_KEY)) {
            tokens.revoke(key);
            return Optional.of(Errors.invalidToken());
        }
        Optional<Reply> wrong = tokens.refusal(key, call.header("appsecret").orElse(""))
                .or(() -> tokens.check(key, call.header("authorization").orElse("")));
        if (wrong.isPresent()) {
            return wrong;
        }
        if (speed.tooFast(key)) {
            counters().count("too fast");
            return Optional.of(Errors.tooManyRequests());
        }
        return Optional.empty();
    }

    private Reply posted(Call call) {
        JsonNode body;
        try {
            body = JSON.readTree(call.body());
        } catch (JsonProcessingException e) {
            return Errors.unreadableRequest();
        }
        String key = body.path("appkey").asText();
        return switch (call.path()) {
            case "/oauth2/tokenP" -> token(key, body.path("appsecret").asText());
            case "/oauth2/revokeP" -> {
                tokens.revoke(key);
                yield Reply.json(200, Map.of("code", 200, "message", "접근토큰 폐기에 성공하였습니다"));
            }
            case "/oauth2/Approval" ->
                tokens.refusal(key, body.path("secretkey").asText()).orElseGet(() -> approval(key));
            case "/uapi/hashkey" -> Reply.json(200, Map.of("BODY", body, "HASH", Integer.toHexString(body.hashCode())));
            default -> Errors.unknownService();
        };
    }

    private Reply approval(String key) {
        counters().count("approvals");
        String approval = UUID.randomUUID().toString();
        approvals.put(approval, key);
        return Reply.json(200, Map.of("approval_key", approval));
    }

    /** Whose approval key this is; empty when it is none. */
    String owner(String approval) {
        return approvals.getOrDefault(approval, "");
    }

    /** No approval key is good any more. */
    public void forgetApprovals() {
        approvals.clear();
    }

    private Reply token(String key, String secret) {
        counters().count("tokens");
        return faults().strikes(Fault.REVOKED_KEY)
                ? Errors.unknownKey()
                : tokens.issue(key, secret, faults().strikes(Fault.CLOCK_SKEW));
    }

    private Reply asked(Call call) {
        String number = call.header("tr_id").orElse("");
        counters().count(number);
        return switch (number) {
            case "FHKST03010100" -> at(call, DOMESTIC + "quotations/inquire-daily-itemchartprice", quotes::chart);
            case "FHKST03010200" -> at(call, DOMESTIC + "quotations/inquire-time-itemchartprice", minutes::today);
            case "FHKST03010230" -> atReal(call, "quotations/inquire-time-dailychartprice", minutes::past);
            case "FHKST01010100" -> at(call, DOMESTIC + "quotations/inquire-price", quotes::price);
            case "HHDFS76240000" -> at(call, OVERSEAS + "dailyprice", quotes::overseasChart);
            case "HHDFS76950200" -> at(call, OVERSEAS + "inquire-time-itemchartprice", minutes::overseas);
            case "HHDFS00000300" -> at(call, OVERSEAS + "price", quotes::overseasPrice);
            case "CTPF1604R" -> at(call, DOMESTIC + "quotations/search-info", quotes::product);
            case "FHKST66430200" -> atReal(call, "finance/income-statement", depository::income);
            case "FHKST66430100" -> atReal(call, "finance/balance-sheet", depository::balance);
            case "HHKDB669102C0" -> atReal(call, "ksdinfo/dividend", depository::dividends);
            case "HHKDB669105C0" -> atReal(call, "ksdinfo/rev-split", depository::parValues);
            case "HHKDB669101C0" -> atReal(call, "ksdinfo/bonus-issue", depository::bonusIssues);
            case "HHKDB669106C0" -> atReal(call, "ksdinfo/cap-dcrs", depository::nothing);
            case "CTCA0903R" -> atReal(call, "quotations/chk-holiday", depository::holidays);
            default -> Errors.unknownService();
        };
    }

    private Reply atReal(Call call, String path, Service service) {
        return paper ? Errors.unknownService() : at(call, DOMESTIC + path, service);
    }

    private static Reply at(Call call, String path, Service service) {
        if (!call.path().equals(path)) {
            return Errors.unknownService();
        }
        return service.answer(call).with("tr_id", call.header("tr_id").orElse(""));
    }
}
