package io.duckboard.transform.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a SELECT reads.
 *
 * @param merged columns that a join's USING has once, in small letters
 * @param doubt why nothing is sure of columns that are not qualified
 */
record From(List<Relation> relations, Map<String, Origin> merged, Optional<String> doubt) {

    static final From NOTHING = new From(List.of(), Map.of(), Optional.empty());

    From {
        relations = List.copyOf(relations);
        merged = Map.copyOf(merged);
    }

    static From of(Relation relation) {
        return new From(List.of(relation), Map.of(), Optional.empty());
    }

    /** Both, side by side. */
    From and(From other) {
        var both = new ArrayList<>(relations);
        both.addAll(other.relations);
        var columns = new HashMap<>(merged);
        columns.putAll(other.merged);
        return new From(both, columns, doubt.or(other::doubt));
    }

    From doubting(String reason) {
        return new From(relations, merged, Optional.of(reason));
    }

    Optional<Relation> named(String name) {
        return relations.stream().filter(relation -> relation.isNamed(name)).findFirst();
    }

    /** A column that is named without its table. */
    Lookup column(String name) {
        if (doubt.isPresent()) {
            return new Lookup.Found(new Origin.NotKnown(doubt.get()));
        }
        Origin once = merged.get(name.toLowerCase(Locale.ROOT));
        if (once != null) {
            return new Lookup.Found(once);
        }
        List<Origin> sure = relations.stream()
                .flatMap(relation -> relation.column(name).stream())
                .toList();
        if (!sure.isEmpty()) {
            return new Lookup.Found(sure.size() == 1 ? sure.getFirst() : whose(name));
        }
        List<Relation> possible =
                relations.stream().filter(Relation::mayHaveMore).toList();
        return switch (possible.size()) {
            case 0 -> new Lookup.Absent();
            case 1 -> new Lookup.Supposed(possible.getFirst().supposed(name));
            default -> new Lookup.Supposed(whose(name));
        };
    }

    private static Origin whose(String name) {
        return new Origin.NotKnown("whose column “" + name + "” is");
    }
}
