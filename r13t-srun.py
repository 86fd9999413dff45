import sys,json,subprocess
BIN='/tmp/jd-r13t/target/debug/jd'
for l in open('/tmp/r13t-subj.tsv',encoding='utf-8'):
    s,w=l.rstrip('\n').split('\t')
    f='/tmp/r13t-t/row.txt';open(f,'w',encoding='utf-8').write(s+'\n')
    r=json.loads(subprocess.run([BIN,'-p','-d','2025-06-18',f],capture_output=True,text=True).stdout)
    print(s,[(x['quote'],x['subject'],x['subjectCode']) for x in r['figures']],'WANT',w)
