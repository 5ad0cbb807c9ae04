package org.quantplatform.engine.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the parts of one stage in order and gives each a slot for as long as it is needed. */
final class StageBuilder {

    private final int stage;
    private final Map<Node, Integer> matrices;
    private final Map<Node, List<Step>> targets = new LinkedHashMap<>();
    private final Map<Node, Integer> uses = new HashMap<>();
    private final Map<Node, Integer> slots = new HashMap<>();
    private final List<Node> constants = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();
    private int slotCount;

    /** @param matrices where columns that are kept between stages lie */
    StageBuilder(int stage, Map<Node, Integer> matrices) {
        this.stage = stage;
        this.matrices = matrices;
    }

    /** The slots of these are filled in when the order is known. */
    void emit(Node node, int output) {
        targets.computeIfAbsent(node, n -> new ArrayList<>()).add(new Step.Emit(-1, output));
    }

    void store(Node node, int matrix) {
        targets.computeIfAbsent(node, n -> new ArrayList<>()).add(new Step.Store(-1, matrix));
    }

    Stage build(List<Stage.Across> across) {
        targets.keySet().forEach(this::use);
        targets.forEach((node, actions) -> {
            place(node);
            for (Step action : actions) {
                steps.add(at(slots.get(node), action));
            }
            release(node);
        });
        List<Double> numbers = constants.stream().map(node -> node.numbers()[0]).toList();
        return new Stage(steps.stream().map(this::withConstants).toList(), slotCount, numbers, across);
    }

    private static Step at(int slot, Step action) {
        return action instanceof Step.Emit emit
                ? new Step.Emit(slot, emit.output())
                : new Step.Store(slot, ((Step.Store) action).matrix());
    }

    private boolean isGiven(Node node) {
        return node.isLeaf() || node.isAcross() || node.stage() < stage;
    }

    private void use(Node node) {
        if (uses.merge(node, 1, Integer::sum) == 1 && !isGiven(node)) {
            node.inputs().forEach(this::use);
        }
    }

    private void place(Node node) {
        if (slots.containsKey(node)) {
            return;
        }
        if (node.isNumber()) {
            constants.add(node);
            // told apart from slots under work by its sign until their number is known
            slots.put(node, -constants.size());
            return;
        }
        if (isGiven(node)) {
            int slot = take();
            slots.put(node, slot);
            steps.add(
                    node.field().isPresent()
                            ? new Step.Load(node.field().get(), slot)
                            : new Step.Recall(matrices.get(node), slot));
            return;
        }
        node.inputs().forEach(this::place);
        int[] in = node.inputs().stream().mapToInt(slots::get).toArray();
        boolean mayOverwrite = node.definition().operator().scope() == Scope.CELL;
        int slot = mayOverwrite ? -1 : take();
        node.inputs().forEach(this::release);
        slot = mayOverwrite ? take() : slot;
        slots.put(node, slot);
        steps.add(new Step.Call(node.definition(), in, node.numbers(), slot));
    }

    private void release(Node node) {
        if (uses.merge(node, -1, Integer::sum) == 0 && !node.isNumber()) {
            free.push(slots.get(node));
        }
    }

    private int take() {
        return free.isEmpty() ? slotCount++ : free.pop();
    }

    private Step withConstants(Step step) {
        if (!(step instanceof Step.Call call)) {
            return step;
        }
        int[] in = call.in().clone();
        for (int i = 0; i < in.length; i++) {
            in[i] = in[i] < 0 ? slotCount - in[i] - 1 : in[i];
        }
        return new Step.Call(call.definition(), in, call.numbers(), call.slot());
    }
}
