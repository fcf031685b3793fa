package io.doorstep.web;

import java.util.Arrays;
import java.util.List;

/**
 * 字段错误。 What is wrong with one field of a request.
 *
 * @param field path of the field as the request has it, such as {@code petitioners[0].name}
 * @param code name of the fault and, behind {@code field.}, key of its message
 * @param arguments what the message needs: the known constants, a limit
 */
public record FieldProblem(String field, String code, List<Object> arguments) {

    public static FieldProblem of(String field, String code, Object... arguments) {
        return new FieldProblem(field, code, List.of(arguments));
    }

    /** The fault of a constant that is not among the known ones. */
    public static <E extends Enum<E>> FieldProblem unknownConstant(String field, Class<E> constants) {
        var known = Arrays.stream(constants.getEnumConstants()).map(Enum::name).toList();
        return of(field, "UNKNOWN_CONSTANT", String.join(", ", known));
    }
}
