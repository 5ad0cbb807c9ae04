package org.quantplatform.rest.internal.openapi;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import javassist.bytecode.ClassFile;
import javassist.bytecode.ConstPool;
import javassist.bytecode.FieldInfo;
import javassist.bytecode.TypeAnnotationsAttribute;

/**
 * Which members of a record may be null. It is read from the class file: the annotation's own class is not there at run
 * time, so that reflection passes over it.
 */
final class Nullness {

    private static final String NULLABLE = "Lorg/jspecify/annotations/Nullable;";

    private Nullness() {}

    static Set<String> nullableMembers(Class<?> record) {
        String file = record.getName().substring(record.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream code = record.getResourceAsStream(file)) {
            if (code == null) {
                throw new IllegalStateException("no class file of " + record.getName());
            }
            Set<String> names = new TreeSet<>();
            for (FieldInfo field : new ClassFile(new DataInputStream(code)).getFields()) {
                if (field.getAttribute(TypeAnnotationsAttribute.visibleTag) instanceof TypeAnnotationsAttribute notes
                        && isNullable(notes)) {
                    names.add(field.getName());
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An annotation of the whole type has an empty path; one of a type argument has not. */
    private static boolean isNullable(TypeAnnotationsAttribute notes) throws IOException {
        ConstPool names = notes.getConstPool();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(notes.get()));
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.readUnsignedByte();
            int path = in.readUnsignedByte();
            in.skipNBytes(2L * path);
            String type = names.getUtf8Info(in.readUnsignedShort());
            if (in.readUnsignedShort() != 0) {
                return false;
            }
            if (path == 0 && type.equals(NULLABLE)) {
                return true;
            }
        }
        return false;
    }
}
