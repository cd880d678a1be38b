using System.CommandLine;
using LearningCity.Notebooks;

var files = new Argument<string[]>("FILE")
{
    Description = "要运行的笔记本；不写则为 notebooks/ 中的全部 | The notebooks; all of notebooks/ when none is named",
    Arity = ArgumentArity.ZeroOrMore,
};
var data = new Option<string?>("--data")
{
    Description = "数据目录；不写则由真实装载程序装载示例表格 | A data folder; without it the sample forms are loaded by the real loader",
};
var watch = new Option<bool>("--watch") { Description = "保存后重新运行 | Runs again on save" };

var run = new Command("run", "运行并把输出存入文件 | Runs notebooks and saves what they put out") { files, data, watch };
run.SetAction((parsed, cancel) => Commands.RunAsync(parsed.GetValue(files)!, parsed.GetValue(data), parsed.GetValue(watch), cancel));
var check = new Command("check", "运行并核对输出，不改文件 | Runs notebooks and compares; changes no file") { files, data };
check.SetAction((parsed, cancel) => Commands.CheckAsync(parsed.GetValue(files)!, parsed.GetValue(data), cancel));

var root = new RootCommand("执行 C# 笔记本（.ipynb）| Runs C# notebooks (.ipynb)") { run, check };
return await root.Parse(args).InvokeAsync();
