"""Templates compiled to quicker Python than Jinja's own, with the same result.

Jinja asks of every call whether the function wants the page's variables, of every value whether it escapes itself, and
looks up every text of the interface as the page is made: a third of the time that a page takes.
"""

from __future__ import annotations

from functools import lru_cache
from keyword import iskeyword

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from markupsafe import Markup, escape

_known = lru_cache(1 << 12)(escape)


def compile_quickly(env: Environment) -> None:
    """Let the environment, which has all its globals, compile what it has not compiled yet by `_Quick`."""
    env.code_generator_class = _Quick
    env.escaped = _escaped  # type: ignore[attr-defined]


def _escaped(value: object) -> str:
    if type(value) is Markup:
        return value
    return _known(value) if type(value) is str else escape(value)


class _Quick(CodeGenerator):
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A function of ours that asks for nothing but its arguments is called as it is."""
        if not self._plain(node, frame) or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _plain(self, node: nodes.Call, frame: Frame) -> bool:
        odd = node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs)
        if odd or not isinstance(node.node, nodes.Name):
            return False
        name = node.node.name
        own = frame.symbols.find_load(frame.symbols.ref(name)) == (VAR_LOAD_RESOLVE, name)
        called = self.environment.globals.get(name)
        return own and called is not None and not hasattr(called, "jinja_pass_arg")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        """A text of the interface without values is the same on every page."""
        if isinstance(node, nodes.Call) and self._plain(node, frame):
            match node.node, node.args, node.kwargs:
                case nodes.Name(name="_"), [nodes.Const(value=str(text))], [] if finalize.const:
                    return finalize.const(self.environment.globals["_"](text))
        return super()._output_child_to_const(node, frame, finalize)
