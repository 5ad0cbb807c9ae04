package org.quantplatform.client;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a program may want of the client beside the calls.
 *
 * @param answers folder of one server and one user, in which answers are kept that the server may say are still right
 * @param attempts told of every try at a call, on its thread
 */
public record ClientComforts(Optional<Path> answers, Consumer<Attempt> attempts) {

    public static final ClientComforts NONE = new ClientComforts(Optional.empty(), attempt -> {});
}
