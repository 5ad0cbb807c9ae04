package org.quantplatform.engine.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stages in which the outputs of a program are worked out; each part once.
 *
 * @param matrices how many columns of all assets are kept between stages
 */
record Plan(List<Stage> stages, int matrices) {

    static Plan of(List<Node> outputs) {
        return new Planner(outputs).plan();
    }

    private static final class Planner {

        private final List<Node> outputs;
        private final Set<Node> parts = new LinkedHashSet<>();
        private final Map<Node, Integer> matrices = new LinkedHashMap<>();
        private final List<StageBuilder> builders = new ArrayList<>();

        Planner(List<Node> outputs) {
            this.outputs = outputs;
            outputs.forEach(this::collect);
        }

        private void collect(Node node) {
            if (parts.add(node)) {
                node.inputs().forEach(this::collect);
            }
        }

        Plan plan() {
            for (Node part : parts) {
                if (part.isAcross()) {
                    keep(part);
                }
                // an operator across assets gets a copy of its own
                part.inputs().stream()
                        .filter(input -> !part.isAcross() && !input.isLeaf() && input.stage() < part.stage())
                        .forEach(this::keep);
            }
            int stages = outputs.stream().mapToInt(Node::stage).max().orElse(0) + 1;
            for (int stage = 0; stage < stages; stage++) {
                builders.add(new StageBuilder(stage, matrices));
            }
            Map<Integer, List<Stage.Across>> across = new HashMap<>();
            matrices.forEach((node, matrix) -> {
                if (node.isAcross()) {
                    builders.get(node.stage() - 1).store(node.inputs().get(0), matrix);
                    across.computeIfAbsent(node.stage() - 1, s -> new ArrayList<>())
                            .add(new Stage.Across(node.definition(), node.numbers(), matrix));
                } else {
                    builders.get(node.stage()).store(node, matrix);
                }
            });
            for (int output = 0; output < outputs.size(); output++) {
                builders.get(outputs.get(output).stage()).emit(outputs.get(output), output);
            }
            List<Stage> built = new ArrayList<>();
            for (int stage = 0; stage < stages; stage++) {
                built.add(builders.get(stage).build(across.getOrDefault(stage, List.of())));
            }
            return new Plan(built, matrices.size());
        }

        private void keep(Node node) {
            matrices.putIfAbsent(node, matrices.size());
        }
    }
}
