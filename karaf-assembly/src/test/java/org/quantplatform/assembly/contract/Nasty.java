package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;

/** Values that break programs. */
final class Nasty {

    /** Stands in a document for the bare word, which JSON does not have. */
    static final String NOT_A_NUMBER = "@NaN@";

    /** Stands in a document for lists in lists, as deep as readers of JSON go. */
    static final String DEEP = "@deep@";

    static final int DEPTH = 950;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u0001\u001b[31m\u007f",
            "line\r\nbreak: x",
            "\t",
            "' OR '1'='1",
            "'; DROP TABLE users; --",
            "\") UNION SELECT NULL--",
            "1; SELECT pg_sleep(20)",
            "\\",
            "%",
            "_",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "/etc/passwd",
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1:1/x}",
            "#{7*7}",
            "%s%n%x",
            "$(id)",
            "\ud83d\ude00",
            "\u202eevil",
            "\ufeff",
            "e\u0301\u0323",
            "\u0130i\u0131I",
            "\ud800",
            "NaN",
            "Infinity",
            "-1",
            "0x10",
            "1e400",
            "9223372036854775808",
            "null",
            "true",
            "undefined",
            "[]",
            "{}",
            "2020-02-30",
            "2020-13-01",
            "0000-00-00",
            "0001-01-01",
            "9999-12-31",
            "-999999999-01-01",
            "+999999999-12-31",
            "2020-01-01T00:00:00Z",
            "2020-01-01T25:61:61+99:99",
            "x".repeat(300),
            "\u00e9".repeat(5000),
            "(".repeat(3000),
            "a".repeat(70_000),
            NOT_A_NUMBER,
            DEEP);

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "-1",
            "1",
            "2",
            "0.1",
            "-0.5",
            "1.5",
            "100",
            "1000000",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e308",
            "-1e308",
            "1e400",
            "1e-400",
            "1e999999999",
            "1e-999999999",
            "4.9e-324",
            "0.30000000000000004");

    private Nasty() {}

    static String text(SplittableRandom random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    static String number(SplittableRandom random) {
        return random.nextInt(20) == 0 ? "9".repeat(900) : NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    static JsonNode value(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> JSON.textNode(text(random));
            case 3, 4, 5 -> numberNode(number(random));
            case 6 -> JSON.nullNode();
            case 7 -> JSON.booleanNode(random.nextBoolean());
            case 8 -> random.nextBoolean() ? JSON.arrayNode() : JSON.objectNode();
            default -> nested(1 + random.nextInt(3));
        };
    }

    private static JsonNode numberNode(String number) {
        return number.matches("-?[0-9]+")
                ? BigIntegerNode.valueOf(new BigInteger(number))
                : DecimalNode.valueOf(new BigDecimal(number));
    }

    private static JsonNode nested(int depth) {
        ArrayNode outer = JSON.arrayNode();
        ArrayNode inner = outer;
        for (int i = 0; i < depth; i++) {
            inner = inner.addArray();
        }
        return outer;
    }
}
