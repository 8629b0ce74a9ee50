package org.code.aiproxy.recompile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changed for those who use it.
 *
 * @param isUnknown whether it can't be told whom it concerns
 * @param types whose declarations changed
 */
record Change(boolean isUnknown, Set<String> types) {

    static final Change UNKNOWN = new Change(true, Set.of());

    /** Between the types of the same sources. */
    static Change between(Collection<Type> before, Collection<Type> after) {
        Map<String, Type> old = byName(before);
        Map<String, Type> fresh = byName(after);
        Set<String> names = new HashSet<>(old.keySet());
        names.addAll(fresh.keySet());
        Set<String> types = new HashSet<>();
        for (String name : names) {
            Type was = old.get(name);
            Type is = fresh.get(name);
            String constants = is == null ? "" : is.constants();
            if (!constants.equals(was == null ? "" : was.constants())) {
                // Compilers copy constants without a trace.
                return UNKNOWN;
            }
            if (was == null
                    || is == null
                    || !Objects.equals(was.declarations(), is.declarations())) {
                types.add(name);
            }
        }
        return new Change(false, types);
    }

    private static Map<String, Type> byName(Collection<Type> types) {
        return types.stream().collect(Collectors.toMap(Type::name, Function.identity()));
    }

    Change and(Change other) {
        Set<String> both = new HashSet<>(types);
        both.addAll(other.types);
        return new Change(isUnknown || other.isUnknown, both);
    }

    /** The sources of those that name a changed type, or a type below one. */
    Set<String> dependents(Collection<Type> all) {
        Set<String> below = new HashSet<>(types);
        boolean isMore = !below.isEmpty();
        while (isMore) {
            isMore = false;
            for (Type type : all) {
                if (type.parents().stream().anyMatch(below::contains)) {
                    isMore |= below.add(type.name());
                }
            }
        }
        return all.stream()
                .filter(type -> type.named().stream().anyMatch(below::contains))
                .map(Type::source)
                .collect(Collectors.toSet());
    }
}
