package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Bodies that were right before. */
final class Spoiled {

    private static final int DEEP = 20_000;
    private static final int TOO_LARGE = 1_200_000;

    private Spoiled() {}

    /** With one to three places changed, still JSON. */
    static JsonNode document(JsonNode right, SplittableRandom random) {
        JsonNode changed = right.deepCopy();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(changed, containers);
            if (containers.isEmpty()) {
                return Nasty.value(random);
            }
            change(containers.get(random.nextInt(containers.size())), random);
        }
        return changed;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(inner -> collect(inner, containers));
        }
    }

    private static void change(JsonNode container, SplittableRandom random) {
        if (container instanceof ArrayNode array) {
            changeArray(array, random);
        } else {
            changeObject((ObjectNode) container, random);
        }
    }

    private static void changeArray(ArrayNode array, SplittableRandom random) {
        int size = array.size();
        switch (random.nextInt(4)) {
            case 0 -> array.add(Nasty.value(random));
            case 1 -> array.removeAll();
            case 2 -> {
                for (int i = 0; i < 300 && size > 0; i++) {
                    array.add(array.get(i % size));
                }
            }
            default -> {
                if (size > 0) {
                    array.set(random.nextInt(size), Nasty.value(random));
                }
            }
        }
    }

    private static void changeObject(ObjectNode object, SplittableRandom random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(6) == 0) {
            object.set(random.nextBoolean() ? "unknown" : Nasty.text(random), Nasty.value(random));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> {
                JsonNode wrapped = object.get(name);
                object.putArray(name).add(wrapped);
            }
            default -> object.set(name, Nasty.value(random));
        }
    }

    /** No JSON any more, or not such as it was. */
    static byte[] text(String right, SplittableRandom random) {
        byte[] bytes = right.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(14)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> ascii(random.nextBoolean() ? "null" : "[]");
            case 3 -> ascii(Nasty.number(random));
            case 4 -> ascii("[".repeat(DEEP));
            case 5 -> ascii("{\"a\":".repeat(DEEP));
            case 6 -> (right + right).getBytes(StandardCharsets.UTF_8);
            case 7 -> right.getBytes(StandardCharsets.UTF_16);
            case 8 -> ("\ufeff" + right).getBytes(StandardCharsets.UTF_8);
            case 9 -> right.replaceFirst("\\{", "{\"name\": 1, \"name\": 2, ").getBytes(StandardCharsets.UTF_8);
            case 10 -> random.nextInt(3) == 0 ? ascii("\"" + "x".repeat(TOO_LARGE) + "\"") : ascii("\"x\"");
            case 11 -> right.replace('"', '\'').getBytes(StandardCharsets.UTF_8);
            default -> noise(bytes, at, random);
        };
    }

    private static byte[] noise(byte[] bytes, int at, SplittableRandom random) {
        byte[] spoiled = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i < 4 && at + i < spoiled.length; i++) {
            spoiled[at + i] = (byte) random.nextInt(256);
        }
        return spoiled;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
