using System.Reflection;
using BenchmarkDotNet.Running;
using LearningCity.Benchmarks.Pages;

// `pages` times the built dashboard; everything else is for BenchmarkDotNet, such as --filter '*RankInterval*'.
if (args is ["pages"])
{
    return await PageTimings.RunAsync();
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
