/// The built-in rules, compiled by the build: the image itself is in an extension that Plugins/CompileRulePacks writes.
package enum CompiledRules {}
