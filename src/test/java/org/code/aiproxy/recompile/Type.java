package org.code.aiproxy.recompile;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a class file says of who has to be compiled when it changes.
 *
 * @param name its binary name with slashes, as all names here
 * @param source the file that it was compiled from
 * @param declarations a fingerprint of all but the bodies of methods and what is private
 * @param constants those that compilers copy
 * @param parents its superclass and interfaces
 * @param named all types that it names
 */
record Type(
        String name,
        String source,
        String declarations,
        String constants,
        Set<String> parents,
        Set<String> named) {

    private static final ClassFile CLASS_FILES = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);
    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$-]+)[;<]");

    static Type read(Path file) throws IOException {
        ClassModel type = CLASS_FILES.parse(file);
        String name = type.thisClass().asInternalName();
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        String source =
                type.findAttribute(Attributes.sourceFile())
                        .orElseThrow()
                        .sourceFile()
                        .stringValue();
        return new Type(
                name,
                folder + source,
                declarations(type),
                constants(type),
                parents(type),
                named(type));
    }

    private static Set<String> parents(ClassModel type) {
        Set<String> parents = new HashSet<>();
        type.superclass().ifPresent(it -> parents.add(it.asInternalName()));
        type.interfaces().forEach(it -> parents.add(it.asInternalName()));
        return parents;
    }

    private static Set<String> named(ClassModel type) {
        Set<String> named = new HashSet<>();
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof ClassEntry it) {
                named.add(it.asInternalName());
            } else if (entry instanceof Utf8Entry it) {
                DESCRIPTOR
                        .matcher(it.stringValue())
                        .results()
                        .forEach(match -> named.add(match.group(1)));
            }
        }
        return named;
    }

    private static String declarations(ClassModel type) {
        if (type.findAttribute(Attributes.enclosingMethod()).isPresent()) {
            // Local and anonymous types are named in their own file only.
            return "";
        }
        ClassTransform declared =
                ClassTransform.dropping(Type::isHidden)
                        .andThen(
                                ClassTransform.transformingMethods(
                                        MethodTransform.dropping(CodeModel.class::isInstance)));
        byte[] bytes = CLASS_FILES.transformClass(type, declared);
        return Fingerprint.of(bytes) + nested(type);
    }

    /** Bodies add to the two lists of types; {@link #nested} has what is declared of them. */
    private static boolean isHidden(ClassElement element) {
        return switch (element) {
            case InnerClassesAttribute _, NestMembersAttribute _ -> true;
            case MethodModel method ->
                    method.flags().has(AccessFlag.PRIVATE)
                            || method.flags().has(AccessFlag.SYNTHETIC);
            case FieldModel field -> field.flags().has(AccessFlag.PRIVATE);
            default -> false;
        };
    }

    private static String nested(ClassModel type) {
        String name = type.thisClass().asInternalName();
        return type.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(it -> it.classes().stream())
                .filter(it -> it.outerClass().isPresent())
                .filter(it -> it.innerClass().asInternalName().startsWith(name))
                .map(it -> "," + it.innerClass().asInternalName() + ":" + it.flagsMask())
                .sorted()
                .collect(joining());
    }

    private static String constants(ClassModel type) {
        return type.fields().stream()
                .filter(it -> !it.flags().has(AccessFlag.PRIVATE))
                .filter(it -> it.findAttribute(Attributes.constantValue()).isPresent())
                .map(it ->
                        it.fieldName().stringValue()
                                + "="
                                + it.findAttribute(Attributes.constantValue())
                                        .orElseThrow()
                                        .constant()
                                        .constantValue())
                .sorted()
                .collect(joining("\n"));
    }
}
