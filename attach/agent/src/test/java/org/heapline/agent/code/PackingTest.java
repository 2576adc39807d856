package org.heapline.agent.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.heapline.Locals;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.heapline.agent.code.Variables.Variable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Locals of all kinds and in any number come out as they were: packed by the code that instrumented methods have. */
class PackingTest {
    /** HotSpot's C1MaxInlineSize. */
    private static final int LARGEST_INLINED = 35;

    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type ARRAY = Type.getType(int[].class);

    @Test
    void eachKindComesOutAsItWas() throws Throwable {
        roundTrip(
                types(
                        Type.BOOLEAN_TYPE,
                        OBJECT,
                        Type.CHAR_TYPE,
                        Type.DOUBLE_TYPE,
                        Type.BYTE_TYPE,
                        ARRAY,
                        Type.LONG_TYPE,
                        Type.SHORT_TYPE,
                        Type.FLOAT_TYPE,
                        Type.INT_TYPE,
                        Type.BOOLEAN_TYPE),
                new Object[] {
                    true,
                    "text",
                    '\uffff',
                    -0.0,
                    Byte.MIN_VALUE,
                    new int[] {1},
                    Long.MIN_VALUE,
                    Short.MIN_VALUE,
                    Float.MIN_VALUE,
                    Integer.MIN_VALUE,
                    false
                });
    }

    @Test
    void soDoMoreThanOneCallTakes() throws Throwable {
        for (int count = 1; count <= 20; count++) {
            List<Type> types = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                types.addAll(Arrays.asList(OBJECT, Type.INT_TYPE, Type.LONG_TYPE, Type.FLOAT_TYPE, Type.DOUBLE_TYPE));
                values.addAll(Arrays.asList(i % 2 == 0 ? "text " + i : null, i, (long) i, (float) i, (double) i));
            }
            roundTrip(types, values.toArray());
            roundTrip(Collections.nCopies(count, OBJECT), new Object[count]);
        }
    }

    @Test
    void whereThereAreNoneNoneComeOut() throws Throwable {
        assertArrayEquals(new Object[0], Packing.unpack("", packed(Collections.emptyList())));
    }

    @Test
    void theJvmsQuickCompilerDoesNotInlineThePacking() throws Exception {
        ClassNode type = new ClassNode();
        new ClassReader(Locals.class.getResourceAsStream("Locals.class")).accept(type, 0);
        for (MethodNode each : type.methods) {
            if (each.name.equals("and")) {
                int size = MethodShape.of(each).size;
                assertTrue(size > LARGEST_INLINED, () -> each.desc + " has " + size + " bytes of code");
            }
        }
    }

    private static List<Type> types(Type... types) {
        return Arrays.asList(types);
    }

    private static void roundTrip(List<Type> types, Object[] values) throws Throwable {
        List<Variable> variables = variables(types);
        assertArrayEquals(values, Packing.unpack(Capture.names(variables), packed(variables, values)));
    }

    private static List<Variable> variables(List<Type> types) {
        List<Variable> variables = new ArrayList<>();
        int slot = 0;
        for (Type each : types) {
            variables.add(new Variable("v" + slot, each, slot, 0, 0));
            slot += each.getSize();
        }
        return variables;
    }

    /** What a method with these variables as parameters makes of them. */
    private static Object[] packed(List<Variable> variables, Object... values) throws Throwable {
        Type[] parameters = variables.stream().map(each -> each.type).toArray(Type[]::new);
        ClassNode type = new ClassNode();
        String name = PackingTest.class.getPackageName().replace('.', '/') + "/Packed";
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodNode method = new MethodNode(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
                "pack",
                Type.getMethodDescriptor(Type.getType(Object[].class), parameters),
                null,
                null);
        Capture.addValues(method.instructions, variables);
        method.instructions.add(new InsnNode(Opcodes.ARETURN));
        method.maxLocals =
                variables.stream().mapToInt(each -> each.type.getSize()).sum();
        method.maxStack = ProbeCode.OPERANDS;
        type.methods.add(method);
        ClassWriter writer = new ClassWriter(0);
        type.accept(writer);
        Class<?> made = MethodHandles.lookup()
                .defineHiddenClass(writer.toByteArray(), true)
                .lookupClass();
        return (Object[]) made.getMethods()[0].invoke(null, values);
    }
}
